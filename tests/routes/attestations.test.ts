import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { ATTESTATION_DAYS } from '#app/domain/attestations/attestations.limits.ts'
import { CHECKS } from '#app/domain/items/checks.ts'
import { copyOf } from '#app/domain/personal-data/copy.server.ts'
import { eraseAccount } from '#app/domain/personal-data/erasure.server.ts'
import { NOTICE } from '#app/domain/personal-data/notice.ts'
import { DAYS_KEPT } from '#app/domain/personal-data/retention.ts'
import { forgetOld } from '#app/domain/personal-data/retention.server.ts'
import { loadPrinciples } from '#app/domain/reference/taxonomy.server.ts'
import { fileTransport } from '#app/server/transport.server.ts'
import { sendDueMails } from '#app/server/mailer.server.ts'
import { db } from '#db/client.server.ts'
import { aChallenge, aMember, aSpace, aUser } from '#tests/support/factories.ts'
import { aCompletePractice, idAfter, revisionOf, stateOf } from '#tests/support/practices.ts'
import { get, ORIGIN, post, send } from '#tests/support/requests.ts'

const RIGHT = { intent: 'right', name: 'Amal', function: 'Directrice des services', notice: NOTICE }
const DEAD = 'a'.repeat(43)

beforeAll(() => loadPrinciples(db))
beforeEach(() => db.deleteFrom('try').execute())

async function aDraft(given: Record<string, string | string[]> = {}) {
  const facilitator = await aUser({ role: 'facilitator', name: 'Salma de l’équipe' })
  const fields = await aCompletePractice({ intent: 'draft', title: 'Dit au téléphone', ...given })
  const id = await idAfter(await post(facilitator, '/fr/practices/new', fields))
  return { facilitator, id, fields, ask: `/fr/practices/${id}/attest` }
}

async function asked(given: Record<string, string> = {}) {
  const draft = await aDraft()
  const email = `${draft.id}@commune.example`
  const answer = await post(draft.facilitator, draft.ask, {
    intent: 'ask',
    email,
    lang: 'fr',
    checked: [...CHECKS],
    ...given,
  })
  expect(answer.status).toBe(302)
  const mail = await db
    .selectFrom('mail')
    .where('recipient', '=', given.email ?? email)
    .selectAll()
    .executeTakeFirstOrThrow()
  const token = /attest\?token=([\w-]+)/.exec(mail.body)![1]!
  return { ...draft, email, mail, token, page: `/fr/attest?token=${token}` }
}

async function requestOf(id: string) {
  return db
    .selectFrom('attestation_request')
    .where('item_id', '=', id)
    .selectAll()
    .executeTakeFirst()
}

test('a collectivity reads by the link what nobody else sees, and publishes it with its word', async () => {
  const { id, page, facilitator } = await asked()
  for (const other of [null, await aMember(), await aUser({ role: 'facilitator' })]) {
    expect((await get(other, `/fr/practices/${id}`)).status).toBe(404)
  }
  const shown = await get(null, page)
  const html = await shown.text()
  expect(shown.status).toBe(200)
  for (const part of [
    'Dit au téléphone',
    'Six réunions avant le vote.',
    '<strong>étape</strong>',
    'Salma de l’équipe',
  ]) {
    expect(html).toContain(part)
  }

  const answer = await post(null, page, RIGHT)
  expect(answer.headers.get('location')).toBe(`/fr/practices/${id}`)
  const practice = await get(null, answer.headers.get('location')!)
  const published = await (await get(null, practice.headers.get('location')!)).text()
  expect(published).toMatch(/Saisi par l’équipe du réseau, confirmé par .*Commune Exemple.* le /s)
  expect(published).not.toContain('Amal')
  expect(await (await get(facilitator, '/fr/notifications')).text()).toContain('Dit au téléphone')
  const logged = await db
    .selectFrom('audit')
    .where('subject_id', '=', id)
    .orderBy('created_at')
    .select(['verb', 'actor_id', 'detail'])
    .execute()
  expect(logged).toEqual([
    {
      verb: 'attestation_asked',
      actor_id: facilitator.id,
      detail: JSON.stringify({ checked: CHECKS }),
    },
    {
      verb: 'practice_attested',
      actor_id: null,
      detail: JSON.stringify({ function: RIGHT.function }),
    },
  ])
})

test('unknown, expired, used, withdrawn, replaced and outdated links give the same bytes, to reading and to answering', async () => {
  const [late, used, back, taken, replaced, edited, filed, dismissed] = await Promise.all(
    Array.from({ length: 8 }, () => asked()),
  )
  const past = '2020-01-01T00:00:00.000Z'
  await db
    .updateTable('attestation_request')
    .where('item_id', '=', late!.id)
    .set({ expires_at: past })
    .execute()
  await post(null, used!.page, RIGHT)
  await post(null, back!.page, { intent: 'change', note: 'La date est fausse.' })
  await post(taken!.facilitator, taken!.ask, { intent: 'withdraw' })
  await post(replaced!.facilitator, replaced!.ask, {
    intent: 'ask',
    email: 'other@commune.example',
    lang: 'ar',
    checked: [...CHECKS],
  })
  const { facilitator, id, fields } = edited!
  await post(facilitator, `/fr/practices/${id}/edit`, {
    ...fields,
    lessons: 'Autre chose',
    revision: await revisionOf(id),
  })
  await db
    .insertInto('file')
    .values({
      id: 'filefilefile',
      item_id: filed!.id,
      name: 'a.pdf',
      kind: 'document',
      mime: 'application/pdf',
      size: 1,
      created_at: '2099-01-01T00:00:00.000Z',
    })
    .execute()
  await db
    .updateTable('user')
    .where('id', '=', dismissed!.facilitator.id)
    .set({ role: 'account' })
    .execute()

  const wanted = await bytesOf(await get(null, `/fr/attest?token=${DEAD}`), DEAD)
  expect(wanted).toContain('410')
  for (const { token, page } of [
    late!,
    used!,
    back!,
    taken!,
    replaced!,
    edited!,
    filed!,
    dismissed!,
  ]) {
    expect(await bytesOf(await get(null, page), token)).toBe(wanted)
    for (const fields of [RIGHT, { intent: 'change', note: 'Non' }]) {
      expect(await bytesOf(await post(null, page, fields), token)).toBe(wanted)
    }
  }
  expect(await bytesOf(await post(null, `/fr/attest?token=${DEAD}`, RIGHT), DEAD)).toBe(wanted)
  expect(await stateOf(edited!.id)).toBe('draft')
})

async function bytesOf(answer: Response, token: string) {
  const headers = [...answer.headers].filter(([name]) => name !== 'x-request-id').sort()
  return JSON.stringify([answer.status, headers, await answer.text()]).replaceAll(token, 'TOKEN')
}

test('opening the link, as scanners of mail do, answers nothing; only its form does, and once', async () => {
  const { id, page } = await asked()
  for (const method of ['GET', 'HEAD', 'GET']) {
    expect((await send(new Request(new URL(page, ORIGIN), { method }))).status).toBe(200)
  }
  expect((await requestOf(id))!.answered_at).toBeNull()
  expect(await stateOf(id)).toBe('draft')
  const both = await Promise.all([post(null, page, RIGHT), post(null, page, RIGHT)])
  expect(both.map(({ status }) => status).sort()).toEqual([302, 410])
  expect(
    await db
      .selectFrom('audit')
      .where('subject_id', '=', id)
      .where('verb', '=', 'practice_attested')
      .select('id')
      .execute(),
  ).toHaveLength(1)
})

test('what must change goes back to the facilitator, and nothing is published', async () => {
  const { id, page, facilitator, ask } = await asked()
  const wrong = await post(null, page, { intent: 'change', note: '' })
  expect(wrong.status).toBe(422)
  const long = await post(null, page, { intent: 'change', note: 'x'.repeat(1001) })
  expect([long.status, (await long.text()).includes('x'.repeat(1001))]).toEqual([422, true])
  const answer = await post(null, page, { intent: 'change', note: 'Le marché a eu lieu en mai.' })
  expect(answer.headers.get('location')).toBe('/fr/attest?sent=1')
  expect(await (await get(null, '/fr/attest?sent=1')).text()).toContain('Merci')
  expect(await stateOf(id)).toBe('draft')
  for (const path of ['/fr/notifications', ask]) {
    expect(await (await get(facilitator, path)).text()).toContain('Le marché a eu lieu en mai.')
  }
})

test('nobody confirms without a name, a function and the notice, and what was typed comes back', async () => {
  const { id, page } = await asked()
  const answer = await post(null, page, {
    intent: 'right',
    name: 'Amal',
    function: '',
    notice: '2020-01-01',
  })
  const html = await answer.text()
  expect(answer.status).toBe(422)
  expect(html).toContain('value="Amal"')
  for (const field of ['function', 'notice']) expect(html).toContain(`id="field-${field}-error"`)
  expect(await stateOf(id)).toBe('draft')
})

test('only the facilitator who wrote a whole draft asks; others find nothing or may not', async () => {
  const { facilitator, ask, id } = await aDraft()
  const fields = { intent: 'ask', email: 'a@commune.example', lang: 'fr', checked: [...CHECKS] }
  for (const other of [
    await aMember(),
    await aUser({ role: 'facilitator' }),
    await aUser({ role: 'admin' }),
  ]) {
    expect((await get(other, ask)).status).toBe(404)
    expect((await post(other, ask, fields)).status).toBe(404)
  }
  const member = await aMember()
  const own = await idAfter(
    await post(member, '/fr/practices/new', await aCompletePractice({ intent: 'draft' })),
  )
  expect((await post(member, `/fr/practices/${own}/attest`, fields)).status).toBe(403)

  expect((await post(facilitator, ask, { ...fields, email: 'x', checked: [] })).status).toBe(422)
  expect((await post(facilitator, ask, { ...fields, checked: [CHECKS[0]] })).status).toBe(422)
  expect(await requestOf(id)).toBeUndefined()
  const half = await aDraft({ lessons: '' })
  expect((await post(half.facilitator, half.ask, fields)).status).toBe(422)
  const space = await aSpace({ visibility: 'private' }, [facilitator])
  const inside = await idAfter(
    await post(
      facilitator,
      `/fr/practices/new?space=${space.slug}`,
      await aCompletePractice({ intent: 'draft' }),
    ),
  )
  expect((await post(facilitator, `/fr/practices/${inside}/attest`, fields)).status).toBe(403)
})

test('nobody’s mailbox is filled: the sixth link to an address within the hour waits', async () => {
  const { facilitator, ask } = await aDraft()
  const fields = { intent: 'ask', email: 'b@commune.example', lang: 'fr', checked: [...CHECKS] }
  for (let count = 0; count < 5; count++)
    expect((await post(facilitator, ask, fields)).status).toBe(302)
  const answer = await post(facilitator, ask, fields)
  expect([answer.status, Number(answer.headers.get('retry-after')) > 0]).toEqual([429, true])
  const mails = await db
    .selectFrom('mail')
    .where('recipient', '=', 'b@commune.example')
    .select('id')
    .execute()
  expect(mails).toHaveLength(1)
})

test('whoever answers by a link too often waits', async () => {
  const { page } = await asked()
  for (let count = 0; count < 30; count++) await post(null, page, { intent: 'change', note: '' })
  const answer = await post(null, page, RIGHT)
  expect([answer.status, Number(answer.headers.get('retry-after')) > 0]).toEqual([429, true])
})

test('the secret stands in the mail alone: hashed in the file, in no page’s cache, referrer or index', async () => {
  const { id, token, page } = await asked()
  const request = await requestOf(id)
  expect(token).toMatch(/^[\w-]{43}$/)
  expect(JSON.stringify(request)).not.toContain(token)
  const days = (Date.parse(request!.expires_at) - Date.now()) / 86_400_000
  expect(days).toBeCloseTo(ATTESTATION_DAYS, 1)
  for (const path of [page, `/fr/attest?token=${DEAD}`]) {
    const answer = await get(null, path)
    expect(answer.headers.get('cache-control')).toContain('no-store')
    expect(answer.headers.get('referrer-policy')).toBe('origin')
    expect(await answer.text()).toContain('<meta name="robots" content="noindex"/>')
  }
  await post(null, page, RIGHT)
  const rows = await db.selectFrom('audit').selectAll().execute()
  expect(JSON.stringify(rows)).not.toContain(token)
})

test.each([
  ['ar', 'تأكيد', 'rtl'],
  ['fr', 'confirmer', 'ltr'],
  ['en', 'confirm', 'ltr'],
] as const)(
  'the mail leaves in %s with the link and says how long its address is kept',
  async (lang, word, dir) => {
    const email = `${lang}@commune.example`
    await db.deleteFrom('mail').execute()
    const { token } = await asked({ email, lang })
    const folder = mkdtempSync(join(tmpdir(), 'mails-'))
    await sendDueMails(fileTransport(folder))
    const [name] = readdirSync(folder)
    const mail = await simpleParser(readFileSync(join(folder, name!)))
    expect(mail.subject).toContain(word)
    expect(mail.text).toContain(`/${lang}/attest?token=${token}`)
    expect(mail.text).toContain(`${DAYS_KEPT.attestation_request}`)
    expect(mail.html).toContain(`dir="${dir}"`)
    expect(
      await db
        .selectFrom('mail')
        .where('recipient', '=', email)
        .select(['body', 'sent_at'])
        .executeTakeFirst(),
    ).toMatchObject({ body: '', sent_at: expect.any(String) })
  },
)

test('address and name go thirty days after the answer, or at once when asked for; the word stays', async () => {
  const old = await asked()
  await post(null, old.page, RIGHT)
  expect(await requestOf(old.id)).toMatchObject({ email: old.email, name: 'Amal', notice: NOTICE })
  await forgetOld(db, new Date(Date.now() + 29 * 86_400_000))
  expect(await requestOf(old.id)).toBeDefined()
  await forgetOld(db, new Date(Date.now() + 31 * 86_400_000))
  expect(await requestOf(old.id)).toBeUndefined()
  const stays = await db
    .selectFrom('attestation')
    .where('item_id', '=', old.id)
    .selectAll()
    .executeTakeFirst()
  expect(stays).toMatchObject({ collectivity_code: '16.001.01.01', function: RIGHT.function })

  const soon = await asked()
  await post(null, soon.page, RIGHT)
  expect((await post(soon.facilitator, soon.ask, { intent: 'withdraw' })).status).toBe(302)
  expect(await requestOf(soon.id)).toBeUndefined()
  expect(
    await db.selectFrom('mail').where('recipient', '=', soon.email).select('id').execute(),
  ).toEqual([])
  expect(await stateOf(soon.id)).toBe('published')
})

test('challenges and threads that only the facilitator reads are not on the page of the link', async () => {
  const draft = await asked()
  const space = await aSpace({ visibility: 'private' }, [draft.facilitator])
  const hidden = await aChallenge({ space, title: 'Défi bien caché' })
  await db
    .insertInto('challenge_link')
    .values({ challenge_id: hidden.id, item_id: draft.id, linked_by: null })
    .execute()
  const html = await (await get(null, draft.page)).text()
  expect(html).toContain('Dit au téléphone')
  expect(html).not.toContain('bien caché')
})

test('a facilitator’s own data names what they asked, not whom; whoever erases an account ends its links', async () => {
  const { facilitator, id, email, page } = await asked()
  const copy = await copyOf(db, facilitator)
  expect(copy.asked_to_confirm).toEqual([
    expect.objectContaining({ address: expect.stringContaining(id), answer: null }),
  ])
  expect(JSON.stringify(copy)).not.toContain(email)
  const owner = await aUser({ email })
  expect(await eraseAccount(db, owner, { by: null, tell: async () => {} })).toBe(true)
  expect(await requestOf(id)).toBeUndefined()
  expect((await get(null, page)).status).toBe(410)
})
