import { expect, test } from 'vitest'
import { DAYS_KEPT, UNUSED_NOTICE_DAYS } from '#app/domain/personal-data/retention.ts'
import { findAccount, suspend, unsuspend } from '#app/domain/people/accounts.server.ts'
import { eraseUnusedAccounts } from '#app/domain/personal-data/unused-accounts.server.ts'
import { digest } from '#app/domain/users/digest.server.ts'
import { noteSession } from '#app/domain/users/sessions.server.ts'
import { findSession } from '#app/domain/users/users.server.ts'
import { lucia } from '#app/http/lucia.server.ts'
import { mailErased, mailUnused } from '#app/http/credential-mail.server.ts'
import { db } from '#db/client.server.ts'
import { aSpace, aUser } from '#tests/support/factories.ts'

const DAY = 86_400_000
const KEPT = DAYS_KEPT.unused_account
const from = (days: number) => new Date(Date.now() + days * DAY)
const sweep = (days: number) =>
  eraseUnusedAccounts(db, { soon: mailUnused, gone: mailErased }, from(days))

test('an account that nobody uses goes after a mail and a month; one that is used again stays', async () => {
  const [gone, comes] = [await aUser({ lang: 'fr' }), await aUser()]
  await sweep(KEPT - UNUSED_NOTICE_DAYS - 1)
  expect(await mails()).toEqual([])

  await sweep(KEPT - UNUSED_NOTICE_DAYS + 1)
  await sweep(KEPT - UNUSED_NOTICE_DAYS + 2)
  expect((await mails()).map(({ recipient }) => recipient).sort()).toEqual(
    [gone.email, comes.email].sort(),
  )
  expect((await mails()).find(({ recipient }) => recipient === gone.email)!.body).toContain(
    `effacé ${UNUSED_NOTICE_DAYS} jours après`,
  )

  await lucia.createSession(comes.id, { user_agent: '', second_factor_at: null })
  await sweep(KEPT + 2)
  expect(await people()).toEqual([comes.id])
  expect((await mails()).filter(({ recipient }) => recipient === gone.email)).toMatchObject([
    { subject: 'Votre compte Multaqa est effacé' },
  ])
})

test('nobody is erased who was not told first, however late the job comes', async () => {
  const late = await aUser()
  await sweep(2 * KEPT)
  expect(await people()).toEqual([late.id])
  await sweep(2 * KEPT + UNUSED_NOTICE_DAYS)
  expect(await people()).toEqual([])
})

test('each visit counts as use, not the sign-in alone; whoever alone owns a space stays', async () => {
  const [visits, owner] = [await aUser(), await aUser()]
  await aSpace({ visibility: 'private' }, [owner])
  const { id } = await lucia.createSession(visits.id, { user_agent: '', second_factor_at: null })
  await noteSession(db, (await findSession(db, digest(id)))!.session, from(KEPT - 1))
  await sweep(KEPT - UNUSED_NOTICE_DAYS + 1)
  await sweep(KEPT + 2)
  expect((await people()).sort()).toEqual([visits.id, owner.id].sort())
})

test('a suspended person, who cannot sign in, is told whom to ask; a lifted suspension counts as use', async () => {
  const [admin, person] = [await aUser({ role: 'admin' }), await aUser({ lang: 'fr' })]
  const account = (await findAccount(db, person.handle))!
  await suspend(db, admin, account, { reason: 'Publicité', tell: async () => {} })
  await sweep(KEPT - UNUSED_NOTICE_DAYS + 1)
  const { body } = (await mails()).find(({ recipient }) => recipient === person.email)!
  expect(body).toContain('demandez avant cette date')
  expect(body).not.toContain('/login')

  await unsuspend(db, admin, account, async () => {})
  await sweep(KEPT + 2)
  expect(await people()).toContain(person.id)
})

const mails = () => db.selectFrom('mail').select(['recipient', 'subject', 'body']).execute()

async function people() {
  const rows = await db.selectFrom('user').select('id').execute()
  return rows.map(({ id }) => id)
}
