import { randomBytes } from 'node:crypto'
import type { Control } from '../control/types'

export interface FirstStart {
  /** Dashboard login that was just made: shown once, stored as a hash. */
  login: { email: string; password: string } | null
  writeKey: string
}

const firstEmail = 'admin@localhost'

/** Makes what a new data folder lacks: a project to send to, and someone who may sign in. */
export async function prepareFirstStart(control: Control): Promise<FirstStart> {
  const [project] = await control.projects.list()
  const writeKey = project
    ? (await control.keys.writeKeys(project.id))[0]
    : (await control.projects.create({ name: 'Default' })).writeKey
  if ((await control.people.count()) > 0) return { writeKey: writeKey ?? '', login: null }
  const password = randomBytes(12).toString('base64url')
  await control.people.create(firstEmail, password)
  return { writeKey: writeKey ?? '', login: { email: firstEmail, password } }
}
