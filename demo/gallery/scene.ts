import type { Config } from 'handrail/schema'

/** What somebody at the screen does, as far as scenes need it. Each waits until there is what it is done to. */
export interface Hands {
  /** Clicks the first element that matches, in a guide. */
  click(selector: string): Promise<void>
  /** Writes into the first field that matches, in a guide. */
  write(selector: string, text: string): Promise<void>
  /** Opens the product's own dialog. */
  openDialog(): void
}

/** One guide in one state. The guide has the id `scene`. */
export interface Scene {
  /** What there is to see. */
  title: string
  config: Config
  /** What the user has done in the product before. */
  events?: readonly string[]
  /** What comes before the guide. */
  before?: (hands: Hands) => void
  /** What the user does with the guide. */
  after?: (hands: Hands) => Promise<void>
}

export type Scenes = Readonly<Record<string, Scene>>
