/** A check in a filled circle, which draws itself once. */
export const medalStyles = `
.medal {
  display: grid; place-items: center; width: 48px; height: 48px; border-radius: 50%;
  background: var(--fill); color: var(--on-fill); animation: pop .24s ease-out;
}
.fresh path, .medal path { stroke-dasharray: 1; animation: draw .36s .08s cubic-bezier(.3, .6, .3, 1) backwards }
.fresh { animation: pop .24s ease-out }
@keyframes draw { from { stroke-dashoffset: 1 } }
@keyframes pop { from { transform: scale(.6) } }
@media (forced-colors: active) { .medal { forced-color-adjust: none } }
`
