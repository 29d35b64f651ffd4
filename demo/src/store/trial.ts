import { isoDay } from './days'
import type { Session } from './shapes'

/** A new account with its first person, who is its admin. */
export function startTrial(name: string, company: string): Session {
  const suffix = crypto.randomUUID().slice(0, 8)
  const today = new Date()
  const slug = slugOf(company) || 'account'
  return {
    id: `u-${suffix}`,
    name,
    firstName: name.split(' ')[0] ?? name,
    email: `${slugOf(name) || 'you'}@${slug}.example`,
    role: 'admin',
    createdAt: isoDay(today, 0),
    account: {
      id: `${slug}-${suffix}`,
      name: company,
      plan: 'trial',
      mrr: 0,
      seats: 5,
      createdAt: isoDay(today, 0),
      renewsAt: isoDay(today, 365),
    },
  }
}

const slugOf = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
