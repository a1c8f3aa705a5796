import { findByEmail } from '#app/domain/users/accounts.server.ts'
import { issueToken } from '#app/domain/users/tokens.server.ts'
import { publicUrl } from '#app/settings.server.ts'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { mailTo } from './mail.server.ts'

type Person = { id: string; email: string; lang: Lang }
type Named = Person & { name: string }

/** Sends the link that confirms an address. The name is left out: anyone may have typed it. */
export async function mailConfirmation(trx: Db, person: Person) {
  const token = { kind: 'confirm_email', user_id: person.id, email: person.email } as const
  const link = pageFor(person, `/confirm?token=${await issueToken(trx, token)}`)
  await mailTo(trx, person, 'confirm_email', { link })
}

/** Tells the owner of an account that somebody tried to use its address for another one. */
export async function mailKnownAddress(trx: Db, person: Named) {
  const values = { login: pageFor(person, '/login'), forgot: pageFor(person, '/forgot') }
  await mailTo(trx, person, 'known_address', { name: person.name, ...values })
}

/** Sends the link that sets a new password. */
export async function mailReset(trx: Db, person: Named) {
  const token = { kind: 'reset_password', user_id: person.id, email: person.email } as const
  const link = pageFor(person, `/reset?token=${await issueToken(trx, token)}`)
  await mailTo(trx, person, 'reset_password', { name: person.name, link })
}

/** Tells a person that their password was changed. */
export async function mailPasswordChanged(trx: Db, person: Named) {
  const link = pageFor(person, '/forgot')
  await mailTo(trx, person, 'password_changed', { name: person.name, link })
}

/**
 * Sends a link to the new address and a warning to the present one. An address that has an account
 * already is told so, and the person who asks learns nothing of it.
 */
export async function mailChangeOfAddress(trx: Db, person: Named, email: string) {
  const other = await findByEmail(trx, email)
  await mailTo(trx, person, 'email_change_asked', {
    name: person.name,
    email,
    link: pageFor(person, '/settings/password'),
  })
  if (other) return mailKnownAddress(trx, other)
  const token = { kind: 'change_email', user_id: person.id, email } as const
  const link = pageFor(person, `/confirm?token=${await issueToken(trx, token)}`)
  await mailTo(trx, { ...person, email }, 'email_change_confirm', { name: person.name, link })
}

/** Tells the old address that the account has another one now. */
export async function mailAddressChanged(trx: Db, person: Named, newEmail: string) {
  await mailTo(trx, person, 'email_changed', { name: person.name, email: newEmail })
}

function pageFor({ lang }: Person, path: string) {
  return `${publicUrl()}/${lang}${path}`
}
