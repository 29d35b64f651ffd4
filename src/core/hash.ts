import { hash53 } from '../schema/content-hash'

export { contentHash, hash53, stableJson } from '../schema/content-hash'

/** Where `id` falls in [0, 100), evenly, and independently for every salt. */
export const share = (id: string, salt: string): number => (hash53(`${salt}:${id}`) / 2 ** 53) * 100
