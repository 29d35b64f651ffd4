import { cornerStyles } from '../styles/corner'

export const checklistStyles = `${cornerStyles}
.launcher {
  display: inline-flex; align-items: center; gap: 10px; max-width: 100%; min-height: 48px; padding: 8px 12px;
  pointer-events: auto; border-radius: 999px; background: var(--surface); color: var(--text); font-weight: 600;
  box-shadow: var(--raised); transition: transform .16s ease-out;
  &:hover { transform: translateY(-1px) }
}
.launcher-title { overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
.badge {
  display: grid; place-items: center; min-width: 1.833em; height: 1.833em; padding-inline: 6px; border-radius: 1em;
  background: var(--fill); color: var(--on-fill); font-size: .857em; line-height: 1; font-variant-numeric: tabular-nums;
}
.ring { stroke: var(--line); stroke-width: 2.4 }
.ring-value { stroke: var(--fill); transition: stroke-dasharray .4s ease-out }
.checklist { width: 360px }
.head {
  display: flex; align-items: center; gap: 4px; padding-block: 12px 8px; padding-inline: 20px 12px;
  h2 { flex: 1 }
  .close { position: static }
}
.intro { padding: 0 20px 12px; display: grid; gap: 12px; color: var(--muted) }
.progress { display: flex; align-items: center; gap: 12px; white-space: nowrap }
.bar { flex: 1; height: 6px; border-radius: 3px; background: var(--subtle); overflow: hidden; box-shadow: inset 0 0 0 1px var(--line) }
.bar-value { height: 100%; border-radius: inherit; background: var(--fill); transform-origin: left; transition: transform .4s ease-out }
[dir=rtl] .bar-value { transform-origin: right }
.items { list-style: none; padding: 0 8px 12px; display: grid; gap: 2px }
.item-head {
  display: flex; align-items: center; gap: 12px; width: 100%; min-height: 44px; padding: 8px 12px;
  border-radius: var(--radius-inner);
  > .icon { color: var(--muted); transition: transform .16s ease-out }
}
button.item-head {
  &:hover { background: var(--subtle) }
  &:focus-visible { outline-offset: -2px }
}
.item-title { flex: 1; font-weight: 500 }
:is(.done, .locked) .item-title { color: var(--muted); font-weight: 400 }
.mark {
  display: grid; place-items: center; flex: none; width: 22px; height: 22px; border-radius: 50%;
  box-shadow: inset 0 0 0 1.6px var(--field);
  .current & { box-shadow: inset 0 0 0 1.6px var(--fill) }
  .locked & { box-shadow: none; color: var(--field) }
  .done & { background: var(--fill); color: var(--on-fill); box-shadow: none }
}
.more { display: grid; grid-template-rows: 0fr; transition: grid-template-rows .18s ease-out; visibility: hidden }
[aria-expanded=true] {
  > .icon { transform: rotate(180deg) }
  + .more { grid-template-rows: 1fr; visibility: visible }
}
.more-inner {
  overflow: hidden; padding-inline: 46px 12px; display: grid; gap: 12px; justify-items: start; color: var(--muted);
  &::after { content: '' }
}
.finish { display: grid; justify-items: center; gap: 12px; padding: 12px 20px 24px; text-align: center; font-weight: 600 }
.celebration { position: relative; display: grid; place-items: center; width: 120px; height: 112px }
.rays { position: absolute; top: -4px; stroke: var(--fill); stroke-width: 2.4 }
.ray { stroke-dasharray: 1 3; animation: ray .7s .24s cubic-bezier(.2, .7, .3, 1) both }
.ray.late { animation-delay: .32s; opacity: .5 }
@keyframes ray { from { stroke-dasharray: 0 3; opacity: 0 } 40% { stroke-dasharray: 1 3; opacity: 1 } to { stroke-dasharray: 0 3; stroke-dashoffset: -1; opacity: 0 } }
.ask { display: grid; gap: 12px; padding: 16px 20px; border-top: 1px solid var(--line) }
@media (forced-colors: active) {
  .launcher, .mark, .bar { border: 1px solid }
  .ring-value, .rays, .bar-value, .badge, .done .mark { forced-color-adjust: none }
}
`
