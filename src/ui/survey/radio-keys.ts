/**
 * Where the focus of a radio group goes: the arrows move along it, in reading direction, and around its ends.
 * `undefined` for keys that mean nothing here. https://www.w3.org/WAI/ARIA/apg/patterns/radio/
 */
export function nextRadio(key: string, index: number, count: number, dir: 'ltr' | 'rtl'): number | undefined {
  const forward = dir === 'ltr' ? 'ArrowRight' : 'ArrowLeft'
  const backward = dir === 'ltr' ? 'ArrowLeft' : 'ArrowRight'
  if (key === forward || key === 'ArrowDown') return (index + 1) % count
  if (key === backward || key === 'ArrowUp') return (index - 1 + count) % count
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : undefined
}
