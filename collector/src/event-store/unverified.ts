/** Begins the id under which a message is kept that only claims to be of a user. */
export const unverifiedPrefix = 'unverified:'
