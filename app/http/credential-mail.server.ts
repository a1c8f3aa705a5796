import { UNUSED_NOTICE_DAYS } from '#app/domain/personal-data/retention.ts'
import { deviceOf } from '#app/domain/users/device.ts'
import { findByEmail, findProfile } from '#app/domain/users/accounts.server.ts'
import { countRecoveryCodes } from '#app/domain/users/recovery-codes.server.ts'
import { issueToken } from '#app/domain/users/tokens.server.ts'
import { deviceName } from '#app/i18n/device-name.ts'
import { wordsFor } from '#app/i18n/words.server.ts'
import { publicUrl } from '#app/settings.server.ts'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { mailTo } from './mail.server.ts'

type Person = { id: string; email: string; lang: Lang }
type Named = Person & { name: string }

/**
 * Sends the link that confirms an address, and leads on to the path `to` where there is one. The name is
 * left out: anyone may have typed it.
 */
export async function mailConfirmation(trx: Db, person: Person, to = '') {
  const token = { kind: 'confirm_email', user_id: person.id, email: person.email } as const
  const after = to && `&to=${encodeURIComponent(to)}`
  const link = pageFor(person, `/confirm?token=${await issueToken(trx, token)}${after}`)
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

/** Tells whoever had an account that it is erased; to the address alone, which nobody has any more. */
export async function mailErased(trx: Db, { name, email, lang }: Omit<Named, 'id'>) {
  await mailTo(trx, { id: null, email, lang }, 'account_erased', { name })
}

/** Tells a person that their account will be erased if they do not sign in, or have a suspension lifted. */
export async function mailUnused(trx: Db, userId: string) {
  const person = { id: userId, ...(await findProfile(trx, userId)) }
  const values = { name: person.name, days: String(UNUSED_NOTICE_DAYS) }
  const link = pageFor(person, '/login')
  const kind = person.suspended_at ? 'account_unused_suspended' : 'account_unused'
  await mailTo(trx, { ...person, id: null }, kind, { ...values, link })
}

type Change =
  | 'second_factor_added'
  | 'second_factor_removed'
  | 'app_removed'
  | 'passkey_added'
  | 'passkey_removed'
  | 'recovery_codes_renewed'

/** What tells a person that the second factor of their account has changed. */
export function mailSecondFactor(kind: Change) {
  return (trx: Db, person: Named) => mailTo(trx, person, kind, linksFor(person))
}

/** Tells a person that a recovery code was used to sign in, and how many are left. */
export async function mailRecoveryCodeUsed(trx: Db, userId: string) {
  const person = { id: userId, ...(await findProfile(trx, userId)) }
  const left = String(await countRecoveryCodes(trx, userId))
  await mailTo(trx, person, 'recovery_code_used', { left, ...linksFor(person) })
}

/** Tells a person that somebody signed in to their account with a browser that it did not know. */
export async function mailNewDevice(trx: Db, userId: string, userAgent: string) {
  const person = { id: userId, ...(await findProfile(trx, userId)) }
  const device = deviceName(deviceOf(userAgent), wordsFor(person.lang))
  const link = pageFor(person, '/settings/sessions')
  await mailTo(trx, person, 'new_device', { ...linksFor(person), device, link })
}

function linksFor(person: Named) {
  const [link, forgot] = [pageFor(person, '/settings/security'), pageFor(person, '/forgot')]
  return { name: person.name, link, forgot }
}

function pageFor({ lang }: Person, path: string) {
  return `${publicUrl()}/${lang}${path}`
}
