import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Where the collector that has a folder can be reached, written down in the folder: a command that needs the event store
 * asks it to do what cannot be done beside it. Valid as long as the folder is locked.
 */
const fileIn = (folder: string): string => join(folder, 'address')

export const writeAddress = (folder: string, origin: string): Promise<void> =>
  writeFile(fileIn(folder), origin)

/** For whoever has just locked the folder: what is left there is of another. */
export const forgetAddress = (folder: string): Promise<void> => rm(fileIn(folder), { force: true })

/** Undefined before it listens, and while a command has the folder. */
export const readAddress = (folder: string): Promise<string | undefined> =>
  readFile(fileIn(folder), 'utf8').catch(() => undefined)
