import { cornerStyles } from '../styles/corner'
import { modalStyles } from '../styles/modal'

export const surveyStyles = `${cornerStyles}${modalStyles}
.survey { width: 432px; --from-y: 16px }
.survey.modal { width: min(520px, 100% - 32px) }
.question {
  display: flex; flex-direction: column; gap: 4px; padding: 20px;
  .title { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 8px; padding-inline-end: 28px }
  > .media { border-radius: var(--radius-inner) }
  > :is(.scale, .choices, .choice, .text-answer, .media) { margin-top: 12px }
  footer { display: flex; align-items: center; gap: 8px; margin-top: 16px }
}
.question > .blocks, .thanks .blocks { color: var(--muted) }
.steps { display: flex; gap: 4px; margin-block: 2px 10px; margin-inline-end: 36px }
.step-bar { height: 3px; width: 24px; border-radius: 2px; background: var(--line) }
.step-bar.now { background: var(--fill) }
.scale { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(24px, 1fr); gap: 4px }
.cell {
  position: relative; display: grid; place-items: center; min-height: 48px; border-radius: var(--radius-inner);
  color: var(--muted); cursor: pointer;
  input { appearance: none; position: absolute; inset: 0; border-radius: inherit; cursor: inherit }
}
.numbers .cell {
  min-height: 40px; background: var(--subtle); color: var(--text); font-weight: 500; font-variant-numeric: tabular-nums;
  &:hover { background: var(--tint); box-shadow: inset 0 0 0 1px var(--fill) }
  &:has(:checked) { background: var(--fill); color: var(--on-fill) }
}
.thumbs { justify-content: center; gap: 16px; grid-auto-columns: 72px }
.flip { transform: scaleY(-1) }
.emoji .icon { stroke-width: 1.8 }
:is(.emoji, .thumbs) .cell {
  &:hover { background: var(--subtle); color: var(--text) }
  &:has(:checked) { background: var(--tint); color: var(--ink) }
}
.stars .cell:is(:hover, :has(:checked), :has(~ .cell:hover), :has(~ .cell :checked)) {
  color: var(--fill);
  path { fill: currentColor }
}
.ends { display: flex; gap: 16px; margin-top: 8px }
.ends span { flex: 1 }
.ends span + span, .counter { text-align: end }
.choices { display: grid; gap: 6px }
.choice {
  display: flex; align-items: start; gap: 10px; padding: 9px 12px; border-radius: var(--radius-inner); cursor: pointer;
  box-shadow: inset 0 0 0 1px var(--line);
  &:hover { background: var(--subtle) }
  &:has(:checked) { background: var(--tint); box-shadow: inset 0 0 0 1px var(--fill) }
  &:has(:focus-visible) { outline: 2px solid var(--ink); outline-offset: 2px }
  input {
    appearance: none; flex: none; width: 18px; height: 18px; margin-top: calc((1lh - 18px) / 2); border: 1.5px solid var(--field);
    border-radius: 5px; background: var(--surface); outline: none; cursor: inherit;
  }
  [type=radio] { border-radius: 50% }
  :checked { border-color: var(--fill); background: var(--fill) }
  [type=radio]:checked { background: radial-gradient(var(--on-fill) 3.2px, var(--fill) 3.8px) }
  [type=checkbox]:checked::after {
    content: ''; box-sizing: border-box; display: block; width: 5px; height: 9px; margin: 1.5px auto;
    border: solid var(--on-fill); border-width: 0 2px 2px 0; transform: rotate(45deg);
  }
}
.field {
  width: 100%; padding: 9px 12px; border-radius: var(--radius-inner); border: 0; background: var(--surface);
  box-shadow: inset 0 0 0 1px var(--field); resize: vertical; line-height: inherit;
  &::placeholder { color: var(--muted); opacity: 1 }
  &:focus-visible { outline-offset: -1px }
}
.text-answer { display: grid; gap: 4px }
.error { margin-top: 8px; font-weight: 500; display: flex; gap: 8px; align-items: center }
.error::before {
  content: '!'; flex: none; width: 1.5em; border-radius: 50%; background: var(--text); color: var(--surface);
  font-size: .857em; line-height: 1.5; text-align: center; font-weight: 700;
}
.thanks { display: grid; justify-items: center; gap: 8px; padding: 32px 24px 28px; text-align: center }
.thanks .medal { margin-bottom: 4px }
.thanks .button { margin-top: 8px }
@media (max-width: 479px) {
  .numbers .cell { min-height: 44px }
}
@media (max-width: 349px) { .numbers:has(:nth-child(9)) { gap: 2px; margin-inline: -4px } }
@media (forced-colors: active) {
  .cell, .choice, .field { border: 1px solid }
  .cell:has(:checked), .choice :checked, .stars .cell, .step-bar { forced-color-adjust: none }
  :is(.emoji, .thumbs) .cell:has(:checked) { background: Highlight; color: HighlightText }
  .step-bar { background: GrayText }
}
`
