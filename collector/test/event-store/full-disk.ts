import { execFileSync } from 'node:child_process'

/** Why a small disk cannot be made here; undefined when it can. */
export const noSmallDisk: string | undefined =
  process.platform !== 'linux'
    ? 'small disks are mounted on Linux only'
    : process.getuid?.() !== 0
      ? 'only root may mount a small disk'
      : undefined

/** Puts a disk of that many bytes into a folder; returns its cleanup. */
export function mountSmallDisk(folder: string, bytes: number): () => void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder])
  return () => void execFileSync('umount', ['--lazy', folder])
}
