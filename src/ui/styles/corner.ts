/** A surface in a corner of the window: launcher, checklist, slideout. On phones it becomes a sheet at the bottom. */
export const cornerStyles = `
.corner {
  position: absolute; display: flex; max-block-size: calc(100% - 32px); max-inline-size: calc(100% - 32px);
  inset-inline-end: 16px; inset-block-end: calc(16px + env(safe-area-inset-bottom, 0px));
}
.corner[data-position$=start] { inset-inline: 16px auto }
.corner[data-position^=top] { inset-block: 16px auto; --from-y: -6px }
@media (max-width: 479px) {
  .corner.sheet { inset: auto 0 0; max-inline-size: none; max-block-size: 85%; --from-y: 24px }
  .corner.sheet > .card {
    inline-size: 100%; border-end-start-radius: 0; border-end-end-radius: 0;
    padding-block-end: env(safe-area-inset-bottom, 0px);
  }
}
`
