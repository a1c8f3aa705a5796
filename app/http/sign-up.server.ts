import { giveConsent } from '#app/domain/personal-data/consents.server.ts'
import { addUser, findByEmail } from '#app/domain/users/accounts.server.ts'
import { hashPassword } from '#app/domain/users/passwords.server.ts'
import { countTry } from '#app/domain/tries/tries.server.ts'
import { db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { mailConfirmation, mailKnownAddress, mailReset } from './credential-mail.server.ts'

type SignUp = {
  name: string
  email: string
  password: string
  lang: Lang
  /** The path that the person was on their way to. */
  to?: string
}

/**
 * Makes an account of a person who has accepted the notice, and sends its link; an address that has an account gets a mail that says so.
 * Whoever asks can't tell the two apart, nor by the time it takes: the password is hashed anyway.
 */
export async function signUp({ password, name, email, lang, to }: SignUp) {
  const given = { name, email, lang }
  const password_hash = await hashPassword(password)
  const mayMail = await mayMailTo(given.email)
  await db.transaction().execute(async (trx) => {
    const known = await findByEmail(trx, given.email)
    if (known) return mayMail ? mailKnownAddress(trx, known) : undefined
    const id = await addUser(trx, { ...given, password_hash })
    await giveConsent(trx, id)
    await mailConfirmation(trx, { id, email, lang }, to)
  })
}

/** Sends the link for a new password, if the address has an account. */
export async function forgotPassword(email: string) {
  if (!(await mayMailTo(email))) return
  await db.transaction().execute(async (trx) => {
    const person = await findByEmail(trx, email)
    if (person) await mailReset(trx, person)
  })
}

// Nobody's mailbox is to be filled by others; who asks is told the same as ever.
async function mayMailTo(email: string) {
  return (await countTry(db, 'mail', email)) === 0
}
