import { closest } from './composed'

const OWNS_ARROWS =
  'input,textarea,select,audio,video,[role=listbox],[role=tree],[role=grid],[role=treegrid],[role=menu],[role=menubar],' +
  '[role=tablist],[role=radiogroup],[role=slider],[role=spinbutton],[role=combobox],[role=textbox],[role=application]'

/** Whether the arrow keys mean something to this element already. */
export const ownsArrows = (element: HTMLElement | undefined): boolean =>
  !!element && (element.isContentEditable || !!closest(element, OWNS_ARROWS))
