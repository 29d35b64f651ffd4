/** Rows as they are stored. Times are Unix milliseconds; lists and documents are JSON text. */
export interface ControlTables {
  projects: {
    id: string
    name: string
    time_zone: string
    allowed_origins: string
    identity_secret: string
    created_at: number
  }
  write_keys: { write_key: string; project: string; created_at: number }
  api_tokens: { token_hash: string; project: string; created_at: number }
  config_versions: { project: string; hash: string; json: string; created_at: number }
  live_configs: { project: string; hash: string; published_at: number }
  people: { id: string; email: string; password: string; created_at: number }
  logins: { token_hash: string; person: string; expires_at: number }
  accounts: Entity
  users: Entity
  memberships: { project: string; user: string; account: string; last_seen: number }
  vouched_users: { project: string; user: string; since: number }
  traits: { project: string; kind: string; id: string; key: string; value: string; ts: number }
}

interface Entity {
  project: string
  id: string
  first_seen: number
  last_seen: number
}
