import type { Model } from '../model'
import type { Part } from '../part'
import { lin } from '../scale'
import type { Signals } from '../signals'
import { count, percent } from '../words'

/** How long and how actively people work: session length, actions per session, features that became a habit. */
export function depth(signals: Signals, model: Model): Part[] {
  const { median_session_min, actions_per_session, habit_ratio } = model.components.depth
  const { medianSessionMin, actionsPerSession, habitRatio } = signals
  return [
    {
      weight: median_session_min.w,
      value: medianSessionMin === undefined ? null : lin(medianSessionMin, median_session_min),
      text: `A typical session lasts ${count(medianSessionMin ?? 0, 'minute')}`,
    },
    {
      weight: actions_per_session.w,
      value: actionsPerSession === undefined ? null : lin(actionsPerSession, actions_per_session),
      text: `A session has ${count(actionsPerSession ?? 0, 'action')} on average`,
    },
    {
      weight: habit_ratio.w,
      value: habitRatio === undefined ? null : lin(habitRatio, habit_ratio),
      text: habits(signals),
    },
  ]
}

function habits({ habit, habitRatio = 0 }: Signals): string {
  if (!habit) return `${percent(habitRatio)} of the features in use have become a habit`
  if (habit.of === 0) return 'No feature is in use'
  return `${habit.done} of ${count(habit.of, 'feature')} in use ${habit.done === 1 ? 'has' : 'have'} become a habit`
}
