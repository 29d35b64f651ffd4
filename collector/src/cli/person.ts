import { randomBytes } from 'node:crypto'
import { Command } from 'commander'
import type { People } from '../control/types'
import { addOptions, dataOptions, toSettings } from './options'
import { withControl } from './with-control'

export function personCommand(): Command {
  return new Command('person')
    .description('who may sign in to the dashboard')
    .addCommand(withPassword('create', 'let someone sign in', create))
    .addCommand(withPassword('password', 'give someone a new password', setPassword))
}

async function create(people: People, email: string, password: string): Promise<void> {
  if (!/^\S+@\S+$/.test(email)) throw new Error(`email: found ${email}, expected an address`)
  if (await people.has(email))
    throw new Error(`${email}: signs in already; \`person password ${email}\` prints a new password`)
  await people.create(email, password)
}

async function setPassword(people: People, email: string, password: string): Promise<void> {
  if (!(await people.setPassword(email, password)))
    throw new Error(`${email}: nobody signs in with this address`)
}

/** Passwords are made here and printed once: an argument would stay in the history of the shell. */
function withPassword(
  name: string,
  description: string,
  run: (people: People, email: string, password: string) => Promise<unknown>,
): Command {
  const command = new Command(name).description(description).argument('<email>')
  return addOptions(command, dataOptions()).action(async (email: string, _options, self: Command) => {
    const password = randomBytes(12).toString('base64url')
    await withControl(toSettings(self), ({ people }) => run(people, email, password))
    process.stdout.write(`${email}  password ${password}\n`)
  })
}
