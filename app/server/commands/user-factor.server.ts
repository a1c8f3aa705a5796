import { findAccount, removeFactorOf } from '#app/domain/people/accounts.server.ts'
import { findByEmail, findProfile } from '#app/domain/users/accounts.server.ts'
import { mailSecondFactor } from '#app/http/credential-mail.server.ts'
import { db } from '#db/client.server.ts'
import { type Command, readArgs, say, UsageError } from './command.ts'

export const userFactor: Command = {
  summary: 'remove the second factor of somebody who lost it',
  usage: '--email ADDRESS',
  help: `Make sure first who is asking: from then on the password alone opens the account. The person is
told by mail, and it stands in the audit log. A facilitator or administrator sets up another one
at the next sign-in.`,
  needs: 'current data',
  async run(args) {
    const { values } = readArgs(args, { email: { type: 'string' } })
    const account = await find(values.email ?? '')
    const tell = mailSecondFactor('second_factor_removed')
    const removed = await removeFactorOf(db, null, account, tell)
    say(removed ? `Removed from ${account.email}.` : `${account.email} has no second factor.`)
  },
}

async function find(email: string) {
  const user = await findByEmail(db, email)
  const account = user && (await findAccount(db, (await findProfile(db, user.id)).handle))
  if (!account) throw new UsageError('--email must be the address of an account.')
  return account
}
