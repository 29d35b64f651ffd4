const FOCUSABLE =
  ':is(a[href],button,input,textarea,select,summary,iframe,video[controls],[tabindex]):not([disabled],[tabindex="-1"])'

/** Elements that Tab reaches in `root`, in order. */
export const focusables = (root: ParentNode): HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((element) => element.checkVisibility())
