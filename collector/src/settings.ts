/** How the collector was started; its flags and environment variables are in `cli/options.ts`. */
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
  /**
   * Whose `X-Forwarded-For` is believed: that many proxies in front, or those at these addresses. Each appends who asked it,
   * so that only the entries of proxies are true, counted from the last.
   */
  trustProxy: false | number | string[]
  /** Events accepted per second and project, on average; a burst may take ten seconds' worth at once. */
  eventsPerSecond: number
  /** The same for one address. */
  eventsPerSecondPerIp: number
  spoolMaxBytes: number
  logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

export const defaultSettings: Settings = {
  host: '127.0.0.1',
  port: 8787,
  dataDir: './handrail-data',
  clickhouseUrl: null,
  libsqlUrl: null,
  publicUrl: null,
  trustProxy: false,
  eventsPerSecond: 100_000,
  eventsPerSecondPerIp: 50_000,
  spoolMaxBytes: 4 * 1024 ** 3,
  logLevel: 'info',
}
