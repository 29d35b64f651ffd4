/** Whether nothing hides it by style: in the page, in no closed part of it, not transparent. */
export const isRendered = (element: Element): boolean =>
  element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
