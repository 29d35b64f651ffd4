import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Where the collector that has a folder can be reached, written down in the folder, one address a line: a command that needs
 * the event store asks it to do what cannot be done beside it. Where it listens comes first; another container needs the
 * public one. Valid as long as the folder is locked.
 */
const fileIn = (folder: string): string => join(folder, 'address')

export const writeAddresses = (folder: string, origins: readonly string[]): Promise<void> =>
  writeFile(fileIn(folder), origins.join('\n'))

/** For whoever has just locked the folder: what is left there is of another. */
export const forgetAddresses = (folder: string): Promise<void> => rm(fileIn(folder), { force: true })

/** None before it listens, and while a command has the folder. */
export const readAddresses = (folder: string): Promise<string[]> =>
  readFile(fileIn(folder), 'utf8').then(
    (text) => text.split('\n').filter((line) => line !== ''),
    () => [],
  )
