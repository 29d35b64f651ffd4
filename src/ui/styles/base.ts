/**
 * What all surfaces share. Sizes of text are relative to the size the user has set in the browser (`medium`),
 * never to that of the host. `!important` on `:host` is what keeps the host's own rules out. The neutral ramp is here,
 * the colours of the accent in `theme`; what lies over whatever is below is translucent.
 */
export const baseStyles = `
:host {
  all: initial !important;
  display: block !important;
  position: fixed !important;
  inset: 0 !important;
  z-index: 2147483647 !important;
  pointer-events: none !important;
  --surface: light-dark(#fff, #1f2226);
  --text: light-dark(#1b1f24, #eceef0);
  --muted: light-dark(#5c646e, #a3abb4);
  --subtle: light-dark(#f4f5f7, #2b2f35);
  --field: light-dark(#7a828d, #868e98);
  --line: light-dark(#10182824, #ffffff26);
  --shade: light-dark(#0f172a73, #00000080);
  --near: light-dark(#10182814, #00000066);
  --far: light-dark(#10182833, #000000b3);
  --tint: light-dark(color-mix(in srgb, var(--fill) 9%, var(--surface)), color-mix(in srgb, var(--fill) 18%, var(--surface)));
}
:host::backdrop { display: none !important }
@media print { :host { display: none !important } }
* { box-sizing: border-box }
.handrail {
  font-size: 87.5%; line-height: 1.43; color: var(--text);
  --raised: 0 0 0 1px var(--line), 0 1px 2px var(--near), 0 12px 32px -4px var(--far);
  -webkit-text-size-adjust: 100%; text-align: start; overflow-wrap: anywhere; transition: opacity .16s ease-out;
}
.handrail[inert] { opacity: 0 }
.handrail:is(:lang(fa), :lang(ar), :lang(ur), :lang(he)) { line-height: 1.7 }
:is(:lang(fa), :lang(ar), :lang(ur), :lang(he), :lang(ja), :lang(zh)) em { font-style: normal; font-weight: 600 }
h2, p, ul, ol, fieldset { margin: 0; padding: 0; border: 0; min-width: 0 }
h2 { font-size: 1.143em; line-height: 1.5; font-weight: 600; text-wrap: balance }
:focus { outline: none }
:focus-visible { outline: 2px solid var(--ink); outline-offset: 2px }
[tabindex='-1']:focus-visible { outline: none }
button, input, textarea { font: inherit; color: inherit; letter-spacing: inherit; margin: 0 }
button {
  -webkit-tap-highlight-color: transparent; background: none; border: 0; padding: 0; cursor: pointer;
  text-align: inherit; touch-action: manipulation;
}
button, label { transition: background-color .12s ease-out, color .12s ease-out }
svg { display: block; flex: none }
.icon { fill: none; stroke: currentColor; stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round }
.icon.solid { fill: currentColor }
a { color: var(--ink); text-underline-offset: 2px }
code { font-family: ui-monospace, monospace; font-size: .93em; background: var(--subtle); border-radius: 4px; padding: 1px 4px }
.sr {
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}
.card {
  position: relative; pointer-events: auto; display: flex; flex-direction: column; max-height: inherit;
  background: var(--surface); border-radius: var(--radius);
  box-shadow: var(--raised);
}
.scroll { overflow: auto; overscroll-behavior: contain; border-radius: inherit }
.note { color: var(--muted); font-size: .929em }
.blocks { display: grid; gap: 8px }
.blocks :is(ul, ol) { padding-inline-start: 20px; display: grid; gap: 4px }
.media { display: block; width: 100%; height: auto; background: var(--subtle) }
.media[hidden] { display: none }
.media.frame { aspect-ratio: 16 / 9; position: relative; overflow: hidden }
.frame > * { position: absolute; inset: 0; width: 100%; height: 100%; border: 0; object-fit: cover }
.frame > button { display: grid; place-items: center }
.frame > button:focus-visible { outline-offset: -4px }
.play {
  display: grid; place-items: center; width: 56px; height: 56px; border-radius: 50%;
  background: var(--surface); color: var(--text); box-shadow: var(--raised);
}
.button {
  display: inline-flex; align-items: center; justify-content: center; gap: 6px; min-height: 36px;
  padding: 6px 14px; border-radius: var(--radius-inner); font-weight: 500; text-align: center;
}
.primary { background: var(--fill); color: var(--on-fill) }
.primary:hover { background: var(--fill-hover) }
.secondary { box-shadow: inset 0 0 0 1px var(--line) }
.secondary:hover, .icon-button:hover { background: var(--subtle) }
.link { color: var(--muted); padding-inline: 8px; margin-inline-start: -8px }
.link:hover, .icon-button:hover { color: var(--text) }
.icon-button {
  display: grid; place-items: center; width: 32px; height: 32px; border-radius: var(--radius-inner);
  color: var(--muted); flex: none;
}
.close { position: absolute; top: 10px; inset-inline-end: 10px; z-index: 1 }
.buttons { display: flex; flex-wrap: wrap; gap: 8px; margin-inline-start: auto }
/* A check that draws itself once, and the filled circle it may stand in. */
.medal { display: grid; place-items: center; width: 48px; height: 48px; border-radius: 50%; background: var(--fill); color: var(--on-fill) }
.medal, .fresh { animation: pop .24s ease-out }
.medal path, .fresh path { stroke-dasharray: 1; animation: draw .36s .08s cubic-bezier(.3, .6, .3, 1) backwards }
@keyframes draw { from { stroke-dashoffset: 1 } }
@keyframes pop { from { transform: scale(.6) } }
[dir=rtl] .mirror { transform: scaleX(-1) }
@keyframes appear { from { opacity: .2; transform: translate(var(--from-x, 0), var(--from-y, 6px)) } }
@keyframes fade { from { opacity: .2 } }
.appear { animation: appear .18s cubic-bezier(.2, .7, .3, 1) }
.fade { animation: fade .18s ease-out }
@media (max-width: 479px) { .button { min-height: 40px } .icon-button { width: 40px; height: 40px } .close { top: 6px; inset-inline-end: 6px } }
@media (prefers-reduced-motion: reduce) { *, ::before, ::after, ::backdrop { animation: none !important; transition: none !important } }
@media (forced-colors: active) {
  .handrail { --fill: Highlight; --fill-hover: Highlight; --on-fill: HighlightText; --field: CanvasText }
  .card, .button { border: 1px solid }
  .primary, .medal { forced-color-adjust: none }
}
`
