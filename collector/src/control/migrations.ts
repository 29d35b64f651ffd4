const first = [
  `CREATE TABLE projects (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, time_zone TEXT NOT NULL, allowed_origins TEXT NOT NULL,
    identity_secret TEXT NOT NULL, created_at INTEGER NOT NULL) STRICT`,
  `CREATE TABLE write_keys (
    write_key TEXT PRIMARY KEY, project TEXT NOT NULL REFERENCES projects (id), created_at INTEGER NOT NULL) STRICT`,
  `CREATE TABLE api_tokens (
    token_hash TEXT PRIMARY KEY, project TEXT NOT NULL REFERENCES projects (id), created_at INTEGER NOT NULL) STRICT`,
  `CREATE TABLE config_versions (
    project TEXT NOT NULL REFERENCES projects (id), hash TEXT NOT NULL, json TEXT NOT NULL, created_at INTEGER NOT NULL,
    PRIMARY KEY (project, hash)) STRICT`,
  `CREATE TABLE live_configs (
    project TEXT PRIMARY KEY REFERENCES projects (id), hash TEXT NOT NULL, published_at INTEGER NOT NULL) STRICT`,
  `CREATE TABLE people (
    id TEXT PRIMARY KEY, email TEXT NOT NULL UNIQUE COLLATE NOCASE, password TEXT NOT NULL, created_at INTEGER NOT NULL) STRICT`,
  `CREATE TABLE logins (
    token_hash TEXT PRIMARY KEY, person TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE, expires_at INTEGER NOT NULL) STRICT`,
  ...['accounts', 'users'].map(
    (table) => `CREATE TABLE ${table} (
    project TEXT NOT NULL, id TEXT NOT NULL, first_seen INTEGER NOT NULL, last_seen INTEGER NOT NULL,
    PRIMARY KEY (project, id)) STRICT, WITHOUT ROWID`,
  ),
  `CREATE TABLE memberships (
    project TEXT NOT NULL, user TEXT NOT NULL, account TEXT NOT NULL, last_seen INTEGER NOT NULL,
    PRIMARY KEY (project, user, account)) STRICT, WITHOUT ROWID`,
  `CREATE INDEX memberships_by_account ON memberships (project, account)`,
  `CREATE TABLE traits (
    project TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, ts INTEGER NOT NULL,
    PRIMARY KEY (project, kind, id, key)) STRICT, WITHOUT ROWID`,
]

const vouchedUsers = [
  `CREATE TABLE vouched_users (
    project TEXT NOT NULL, user TEXT NOT NULL, since INTEGER NOT NULL, PRIMARY KEY (project, user)) STRICT, WITHOUT ROWID`,
]

/** In their order; one that was released is never changed. */
export const migrations: readonly { name: string; statements: readonly string[] }[] = [
  { name: '2026-11 first', statements: first },
  { name: '2026-11 vouched users', statements: vouchedUsers },
]
