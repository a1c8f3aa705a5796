import { eraseAccount } from '#app/domain/personal-data/erasure.server.ts'
import { findByEmail } from '#app/domain/users/accounts.server.ts'
import { mailErased } from '#app/http/credential-mail.server.ts'
import { db } from '#db/client.server.ts'
import { type Command, readArgs, say, UsageError } from './command.ts'

export const userErase: Command = {
  summary: 'erase the account of somebody who asks for it',
  usage: '--email ADDRESS',
  help: `For whoever cannot sign in; all others do it in their settings. Make sure first who is asking:
there is no way back but a backup. What was published stays with the collectivity, without the
person, who is told by mail. It stands in the audit log, without the name.`,
  needs: 'current data',
  async run(args) {
    const { values } = readArgs(args, { email: { type: 'string' } })
    const person = await findByEmail(db, values.email ?? '')
    if (!person) throw new UsageError('--email must be the address of an account.')
    if (!(await eraseAccount(db, person, { by: null, tell: mailErased }))) {
      throw new UsageError(
        'The only owner of a space, or the only administrator: another one must be named first.',
      )
    }
    say(`Erased the account of ${person.email}.`)
  },
}
