/**
 * Where the focus of a radio group goes: the arrows move along it, in reading direction, and around its ends.
 * `undefined` for keys that mean nothing here. https://www.w3.org/WAI/ARIA/apg/patterns/radio/
 */
export function nextRadio(key: string, index: number, count: number, dir: 'ltr' | 'rtl'): number | undefined {
  const right = dir === 'ltr' ? 1 : -1
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: right,
    ArrowLeft: -right,
    ArrowDown: 1,
    ArrowUp: -1,
    Home: -index,
    End: -index - 1,
  }
  const step = steps[key]
  return step === undefined ? undefined : (index + step + count) % count
}
