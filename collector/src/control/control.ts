import { createConfigs } from './configs'
import { openDatabase } from './database'
import { createKeys } from './keys'
import { createLogins } from './logins'
import { createPeople } from './people'
import { createProjects } from './projects'
import { createTraits } from './traits'
import type { Control } from './types'
import { createVouched } from './vouched'

/** Opens the control data at a libSQL address: `file:/path/control.db`, or a server. */
export async function openControl(url: string, now: () => number = Date.now): Promise<Control> {
  const database = await openDatabase(url)
  return {
    projects: createProjects(database, now),
    keys: createKeys(database, now),
    configs: createConfigs(database, now),
    people: createPeople(database, now),
    logins: createLogins(database, now),
    traits: createTraits(database),
    vouched: createVouched(database, now),
    close: () => database.close(),
  }
}
