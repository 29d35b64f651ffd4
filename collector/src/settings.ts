/** How the collector was started. Declared once, as flags and environment variables, in `cli/options.ts`. */
export interface Settings {
  host: string
  /** 0 takes any free port. */
  port: number
  dataDir: string
  /** A ClickHouse server instead of the embedded engine. */
  clickhouseUrl: string | null
  /** A libSQL server instead of a file in the data folder. */
  libsqlUrl: string | null
  /** What senders and people use to reach the collector, when it stands behind a proxy. */
  publicUrl: string | null
  /** Proxies in front whose `X-Forwarded-For` is believed. */
  trustProxy: boolean
  /** Events accepted per second and write key, on average; a burst may take ten seconds' worth at once. */
  eventsPerSecond: number
  /** The same for one address. */
  eventsPerSecondPerIp: number
  spoolMaxBytes: number
  logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent'
}
