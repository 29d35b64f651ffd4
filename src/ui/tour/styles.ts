import { cornerStyles } from '../styles/corner'
import { modalStyles } from '../styles/modal'

export const tourStyles = `${cornerStyles}${modalStyles}
.popover { display: flex; will-change: translate; position: absolute; inset: 0 auto auto 0; width: max-content; max-width: min(calc(38ch + 40px), 100% - 24px); max-height: calc(100% - 24px); pointer-events: auto }
.popover > .card { flex: auto; min-width: 240px }
/* Letters may be taller than their line: those of the last one need room, or the words would scroll by that. */
.step .words { display: grid; gap: 4px; padding: 16px 20px 10px }
.step h2 { padding-inline-end: 24px }
.step .words > .blocks:first-child { padding-inline-end: 24px }
.step footer { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 16px; padding: 6px 20px 20px }
.step .media { border-radius: var(--radius) var(--radius) 0 0 }
.step .media:not([hidden]) ~ .words > * { padding-inline-end: 0 }
.step:not(.banner):has(.media:not([hidden])) .close { background: var(--surface); box-shadow: 0 0 0 1px var(--line) }
.step-of { display: inline-flex; gap: 5px; font-variant-numeric: tabular-nums }
.dot { width: 6px; height: 6px; border-radius: 3px; background: var(--field); opacity: .45 }
.dot.now { width: 16px; background: var(--fill); opacity: 1 }
.arrow {
  position: absolute; width: 12px; height: 12px; background: var(--surface); transform: rotate(45deg);
  inset: 0 auto auto 0; border-top-left-radius: 3px; box-shadow: -1px -1px 0 0 var(--line);
}
[data-side=top] > .arrow { transform: rotate(225deg) }
[data-side=right] > .arrow { transform: rotate(-45deg) }
[data-side=left] > .arrow { transform: rotate(135deg) }
.popover.on-phone { inset: auto 8px calc(8px + env(safe-area-inset-bottom, 0px)); max-width: none; width: auto; max-height: 60% }
.popover.on-phone[data-edge=top] { inset-block: 8px auto }
.on-phone > .arrow { display: none }
.modal .words { padding: 24px 24px 10px; gap: 8px }
.modal h2 { font-size: 1.286em; line-height: 1.4 }
.modal footer { padding: 10px 24px 24px }
.slideout { width: 360px }
.edge { position: absolute; inset: 12px 12px auto; display: grid; --from-y: -12px }
.edge[data-position=bottom] { inset-block: auto calc(12px + env(safe-area-inset-bottom, 0px)); --from-y: 12px }
.banner { flex-flow: row wrap; align-items: center; width: 100%; max-width: 960px; margin-inline: auto }
.banner .scroll { flex: 1 1 320px; display: flex; align-items: center }
.banner .words { padding-block: 12px; gap: 0 }
.banner .media { width: 72px; flex: none; border-radius: var(--radius-inner); margin-inline-start: 12px }
.banner footer { margin-inline-start: auto; padding: 12px }
@media (min-width: 480px) { .banner { padding-inline-end: 48px } .banner .close { inset-block: 0; margin-block: auto } }
.spotlight { will-change: opacity; position: absolute; inset: 0; width: 100%; height: 100%; pointer-events: none }
.shade { fill: var(--shade) }
.rim { fill: none; stroke: #fff; stroke-opacity: .5; stroke-width: 1.5 }
.block { position: absolute; inset: 0 auto auto 0; pointer-events: auto; cursor: not-allowed }
@media (max-width: 479px) {
  .step .buttons { flex: 1; justify-content: end }
  .step .words { padding-inline: 16px } .step footer { padding: 6px 16px 16px }
  .banner .words { padding-inline-end: 48px } .banner footer { padding: 0 12px 12px }
}
@media (forced-colors: active) {
  .arrow { border: 1px solid; clip-path: polygon(0 0, 100% 0, 0 100%) }
  .rim { stroke: Highlight; stroke-opacity: 1; stroke-width: 3 }
  .dot { forced-color-adjust: none }
}
`
