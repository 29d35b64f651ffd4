import type { Problem } from 'handrail/schema'

/** What is not an event: projects, keys, configs, people, and the merged traits of users and accounts. */
export interface Control {
  projects: Projects
  keys: Keys
  configs: Configs
  people: People
  logins: Logins
  traits: Traits
  vouched: Vouched
  close(): Promise<void>
}

export interface Project {
  id: string
  name: string
  /** IANA name; days are cut in it. */
  timeZone: string
  /** Origins that may send from a browser; an empty list allows every origin. */
  allowedOrigins: string[]
  /** Signs user ids: HMAC-SHA256(secret, userId), hexadecimal. */
  identitySecret: string
  /** Unix milliseconds. */
  createdAt: number
}

export interface Projects {
  list(): Promise<Project[]>
  get(projectId: string): Promise<Project | undefined>
  create(input: { name: string; timeZone?: string; allowedOrigins?: string[] }): Promise<CreatedProject>
}

/** Secrets are shown here and nowhere again: the API token is stored as a hash. */
export interface CreatedProject {
  projectId: string
  writeKey: string
  apiToken: string
  identitySecret: string
}

export interface Keys {
  /**
   * Cached for seconds, so that a key made by the command line works at once and each event costs no query. What is
   * not in memory, or is old there, is looked up, unless `onLookUp` throws: then what is old is good enough.
   */
  projectOfWriteKey(writeKey: string, onLookUp?: () => void): Promise<Project | undefined>
  projectOfApiToken(apiToken: string): Promise<Project | undefined>
  /** Write keys are public: they stand in every page that embeds Handrail. */
  writeKeys(projectId: string): Promise<string[]>
}

export interface ConfigVersion {
  /** Content hash: the first 16 hexadecimal digits of SHA-256 of the JSON. */
  hash: string
  json: string
  createdAt: number
  live: boolean
}

export interface Configs {
  /** Validates; stores an immutable version and makes it live unless a problem is an error. */
  publish(projectId: string, json: unknown): Promise<{ hash: string | null; problems: Problem[] }>
  /** The published one, cached for seconds. */
  live(projectId: string): Promise<ConfigVersion | undefined>
  /** Newest first, without their JSON. */
  history(projectId: string): Promise<Omit<ConfigVersion, 'json'>[]>
  get(projectId: string, hash: string): Promise<ConfigVersion | undefined>
  /** Makes an older version live again; false when there is none of that hash. */
  makeLive(projectId: string, hash: string): Promise<boolean>
}

/** Who may sign in to the dashboard. */
export interface Person {
  id: string
  email: string
}

export interface People {
  create(email: string, password: string): Promise<Person>
  has(email: string): Promise<boolean>
  /** Signs the person out everywhere. False when nobody has this address. */
  setPassword(email: string, password: string): Promise<boolean>
  /** Takes as long for an unknown address as for a wrong password. */
  verify(email: string, password: string): Promise<Person | undefined>
  count(): Promise<number>
}

export interface Logins {
  /** Returns the session token, which is stored as a hash only. */
  create(personId: string, expiresAt: number): Promise<string>
  find(token: string): Promise<{ person: Person; expiresAt: number } | undefined>
  remove(token: string): Promise<void>
}

/** Users whom the product's own server has vouched for, by a valid signature. */
export interface Vouched {
  /** Whether a project signs at all. */
  anybody(projectId: string): Promise<boolean>
  /** Those of the given users. */
  among(projectId: string, userIds: readonly string[]): Promise<Set<string>>
  add(projectId: string, userIds: readonly string[]): Promise<void>
}

export interface Account {
  id: string
  traits: Record<string, unknown>
  /** Unix milliseconds. */
  firstSeen: number
  lastSeen: number
}

export interface User extends Account {
  /** The account of their latest event that named one. */
  accountId: string | null
}

/** Traits as last told, key by key. */
export interface Traits {
  accounts(projectId: string): Promise<Account[]>
  account(projectId: string, accountId: string): Promise<Account | undefined>
  users(projectId: string, accountId: string): Promise<User[]>
  user(projectId: string, userId: string): Promise<User | undefined>
  /** The account of each user that has one. */
  accountsOf(projectId: string, userIds: readonly string[]): Promise<Map<string, string>>
  /** Idempotent and free of order: per key the newest `ts` wins, of equal ones the larger JSON. */
  merge(projectId: string, seen: readonly Sighting[]): Promise<void>
}

/** What a block of events tells about one user or account. */
export interface Sighting {
  kind: 'user' | 'account'
  id: string
  /** Unix milliseconds of the first and the last event. */
  firstSeen: number
  lastSeen: number
  /** `value` by key, with the time it was told. A `null` value removes the key. */
  traits: Map<string, { value: unknown; ts: number }>
  /** Users: the account they were last seen in. */
  account?: { id: string; ts: number }
}
