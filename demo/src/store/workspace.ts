import { atom } from 'nanostores'
import { isObject, readKept, writeKept } from './kept'
import { createSampleWorkspace } from './sample'
import { $session } from './session'
import type { Session, Workspace } from './shapes'

const isWorkspace = (value: unknown): value is Workspace =>
  isObject(value) && ['projects', 'tasks', 'members'].every((key) => Array.isArray(value[key]))

const keyOf = (session: Session) => `workspace.${session.account.id}`

function load(session: Session | null): Workspace {
  if (!session) return { projects: [], tasks: [], members: [] }
  return readKept(keyOf(session), isWorkspace) ?? createSampleWorkspace(session, new Date())
}

/** What the account that is signed in works on. */
export const $workspace = atom(load($session.get()))

// Only another account brings another workspace; a changed plan does not.
let accountId = $session.get()?.account.id
$session.listen((session) => {
  if (session?.account.id === accountId) return
  accountId = session?.account.id
  $workspace.set(load(session))
})
$workspace.listen((workspace) => {
  const session = $session.get()
  if (session) writeKept(keyOf(session), workspace)
})
