/** A surface in a corner of the window: launcher, checklist, slideout; at the bottom end unless said. On phones it becomes a sheet at the bottom. */
export const cornerStyles = `
.corner {
  position: absolute; display: flex; max-height: calc(100% - 32px); max-width: calc(100% - 32px);
  inset-inline-end: 16px; bottom: calc(16px + env(safe-area-inset-bottom, 0px));
}
.corner[data-position$=start] { inset-inline: 16px auto }
.corner[data-position^=top] { inset-block: 16px auto; --from-y: -6px }
@media (max-width: 479px) {
  .corner.sheet { inset: auto 0 0; max-width: none; max-height: 85%; --from-y: 24px }
  .corner.sheet > .card {
    width: 100%; border-radius: var(--radius) var(--radius) 0 0;
    padding-bottom: env(safe-area-inset-bottom, 0px);
  }
}
`
