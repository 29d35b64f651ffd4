import { cornerStyles } from '../styles/corner'
import { medalStyles } from '../styles/medal'
import { modalStyles } from '../styles/modal'

export const surveyStyles = `${cornerStyles}${modalStyles}${medalStyles}
.survey { width: 432px; --from-y: 16px }
.survey.modal { width: min(520px, 100% - 32px) }
.question { display: flex; flex-direction: column; gap: 4px; padding: 20px }
.question h2 { padding-inline-end: 28px }
.question > .blocks, .thanks .blocks { color: var(--muted) }
.question > .media { margin-top: 12px; border-radius: var(--radius-inner) }
.steps { display: flex; gap: 4px; margin-block: 2px 10px; margin-inline-end: 36px }
.step-bar { height: 3px; width: 24px; border-radius: 2px; background: var(--line) }
.step-bar.now { background: var(--fill) }
.scale { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(24px, 1fr); gap: 4px; margin-top: 12px }
.cell {
  position: relative; display: grid; place-items: center; min-height: 40px; border-radius: var(--radius-inner);
  background: var(--subtle); cursor: pointer; font-weight: 500; font-variant-numeric: tabular-nums;
}
.cell input { appearance: none; position: absolute; inset: 0; border-radius: inherit; cursor: inherit }
.cell:hover { background: var(--tint); box-shadow: inset 0 0 0 1px var(--fill) }
.cell:has(:checked) { background: var(--fill); color: var(--on-fill) }
.thumbs { justify-content: center; gap: 16px; grid-auto-columns: 72px }
.stars .cell, .emoji .cell, .thumbs .cell { background: none; color: var(--muted); min-height: 48px }
.emoji .cell:hover, .thumbs .cell:hover { background: var(--subtle); box-shadow: none; color: var(--text) }
:is(.emoji, .thumbs) .cell:has(:checked) { background: var(--tint); color: var(--ink) }
.stars .cell:hover { box-shadow: none; background: none }
.stars .cell:is(:hover, :has(:checked), :has(~ .cell:hover), :has(~ .cell :checked)) { color: var(--fill) }
.stars .cell:is(:hover, :has(:checked), :has(~ .cell:hover), :has(~ .cell :checked)) path { fill: currentColor }
.ends { display: flex; gap: 16px; margin-top: 8px }
.ends span { flex: 1 }
.ends span:last-child { text-align: end }
.choices { display: grid; gap: 6px; margin-top: 12px }
.choice {
  display: flex; align-items: start; gap: 10px; padding: 9px 12px; border-radius: var(--radius-inner); cursor: pointer;
  box-shadow: inset 0 0 0 1px var(--line);
}
.question > .choice { margin-top: 12px }
.choice:hover { background: var(--subtle) }
.choice:has(:checked) { background: var(--tint); box-shadow: inset 0 0 0 1px var(--fill) }
.choice:has(:focus-visible) { outline: 2px solid var(--ink); outline-offset: 2px }
.choice input {
  appearance: none; flex: none; width: 18px; height: 18px; margin-top: 1px; border: 1.5px solid var(--field);
  border-radius: 5px; background: var(--surface); outline: none; cursor: inherit;
}
.choice [type=radio] { border-radius: 50% }
.choice :checked { border-color: var(--fill); background: var(--fill) }
.choice :checked::after { content: ''; box-sizing: border-box; display: block; margin: auto; border: solid var(--on-fill) }
.choice [type=radio]:checked::after { width: 7px; height: 7px; margin-top: 4px; border-width: 3.5px; border-radius: 50% }
.choice [type=checkbox]:checked::after { width: 5px; height: 9px; margin-top: 1.5px; border-width: 0 2px 2px 0; transform: rotate(45deg) }
.field {
  width: 100%; padding: 9px 12px; border-radius: var(--radius-inner); border: 0; background: var(--surface);
  box-shadow: inset 0 0 0 1px var(--field); resize: vertical; line-height: inherit;
}
.field::placeholder { color: var(--muted); opacity: 1 }
.field:focus-visible { outline-offset: -1px }
.text-answer { display: grid; gap: 4px; margin-top: 12px }
.counter { text-align: end }
.error { margin-top: 8px; font-weight: 500; display: flex; gap: 8px; align-items: center }
.error::before { content: '!'; flex: none; width: 1.5em; border-radius: 50%; background: var(--text); color: var(--surface); font-size: .857em; line-height: 1.5; text-align: center; font-weight: 700 }
.question footer { display: flex; align-items: center; gap: 8px; margin-top: 16px }
.thanks { display: grid; justify-items: center; gap: 8px; padding: 32px 24px 28px; text-align: center }
.thanks .medal { margin-bottom: 4px }
.thanks .button { margin-top: 8px }
@media (max-width: 479px) {
  .scale.numbers[data-count='11'] { grid-auto-flow: row; grid-template-columns: repeat(6, 1fr) }
  .scale.numbers[data-count='10'], .scale.numbers[data-count='9'] { grid-auto-flow: row; grid-template-columns: repeat(5, 1fr) }
  .cell { min-height: 44px }
}
@media (forced-colors: active) {
  .cell, .choice, .field { border: 1px solid }
  .cell:has(:checked), .choice :checked, .stars .cell, .step-bar { forced-color-adjust: none }
  :is(.emoji, .thumbs) .cell:has(:checked) { background: Highlight; color: HighlightText }
  .step-bar { background: GrayText }
}
`
