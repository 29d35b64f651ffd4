import type { AccountRow } from '../../api-types'

/**
 * A filter such as `band:at_risk flag:dormant plan:"free trial" acme`: `band:` and `flag:` by id, `trait:value` for a
 * trait, anything else is looked for in name and id. All terms must hold; case is ignored.
 */
export function accountFilter(text: string): (account: AccountRow) => boolean {
  const tests = [...text.matchAll(/(?:([\w.-]+):)?(?:"([^"]*)"|(\S+))/g)].map(([, key, quoted, word]) =>
    termTest(key, (quoted ?? word ?? '').toLowerCase()),
  )
  return (account) => tests.every((test) => test(account))
}

function termTest(key: string | undefined, value: string): (account: AccountRow) => boolean {
  if (key === 'band') return ({ band }) => band === value
  if (key === 'flag') return ({ flags }) => flags.some(({ id }) => id === value)
  if (key !== undefined) return ({ traits }) => Object.hasOwn(traits, key) && isCalled(traits[key], value)
  return ({ name, id }) => name.toLowerCase().includes(value) || id.toLowerCase().includes(value)
}

/** True of a value called so, and of a list with such a one. What else has keys has no text that could be compared. */
function isCalled(trait: unknown, value: string): boolean {
  return [trait].flat().some((one) => typeof one !== 'object' && String(one).toLowerCase() === value)
}
