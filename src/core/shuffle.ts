import { share } from './hash'

/**
 * The choices in an order drawn by `seed` (the user and the question): always the same for one seed, and every order
 * equally likely over seeds. Fisher–Yates: https://en.wikipedia.org/wiki/Fisher%E2%80%93Yates_shuffle
 */
export function shuffleChoices<T>(choices: readonly T[], seed: string): T[] {
  const left = [...choices]
  const drawn: T[] = []
  while (left.length > 0) {
    const at = Math.floor((share(seed, `shuffle:${left.length}`) / 100) * left.length)
    drawn.push(...left.splice(at, 1))
  }
  return drawn
}
