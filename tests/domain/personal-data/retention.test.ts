import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { DAYS_KEPT, type Kept } from '#app/domain/personal-data/retention.ts'
import { forgetOld, LOOKED_AT } from '#app/domain/personal-data/retention.server.ts'
import { record } from '#app/domain/moderation/audit.server.ts'
import { db, sqlite } from '#db/client.server.ts'
import { newId } from '#db/id.ts'
import { aCollectivity, aMember, aPractice, aThread, aUser } from '#tests/support/factories.ts'
import { planAsGrown } from '#tests/support/plans.ts'
import { planOf, statementsOf } from '#tests/support/statements.ts'

// An unused account goes another way, after a mail.
type Swept = Exclude<Kept, 'unused_account'>

const DAY = 86_400_000
const ago = (days: number) => new Date(Date.now() - days * DAY).toISOString()

test('each kind of data goes when its time is over, by itself, and not before', async () => {
  const rows = await aRowOfEach()
  for (const kept of Object.keys(rows) as Swept[]) {
    rows[kept](`old ${kept}`, ago(DAYS_KEPT[kept] + 0.01))
    rows[kept](`new ${kept}`, ago(DAYS_KEPT[kept] - 1.01))
  }
  const before = await counts()
  await forgetOld(db)
  const after = await counts()
  // The young notification of one rule is as young for the other.
  expect(before.map(({ table, count }, index) => [table, count - after[index]!.count])).toEqual(
    before.map(({ table }) => [table, table === 'notification' ? 2 : 1]),
  )
})

test('the log can be changed by nobody, and only what is past its time be taken from it', async () => {
  await record(db, null, { verb: 'tag_added', subject: { kind: 'tag', id: newId() } })
  await expect(db.deleteFrom('audit').execute()).rejects.toThrow('append-only')
  await expect(db.updateTable('audit').set({ actor_id: null }).execute()).rejects.toThrow(
    'append-only',
  )
})

test('accounts that were never confirmed go with what they marked; confirmed ones stay', async () => {
  const thread = await aThread()
  const old = { created_at: ago(31) }
  const never = await aUser({ ...old, email_confirmed_at: null })
  const people = [never, await aUser(old), await aUser({ email_confirmed_at: null })]
  for (const { id } of people) {
    await db.insertInto('bookmark').values({ user_id: id, item_id: thread.id }).execute()
  }
  await forgetOld(db)
  const left = await db.selectFrom('bookmark').select('user_id').execute()
  expect(left.map(({ user_id }) => user_id).sort()).toEqual([people[1]!.id, people[2]!.id].sort())
})

test('while much is forgotten, others have their turn', async () => {
  const member = await aUser()
  addNotices(member, 1200, ago(1000))
  expect(await seenMeanwhile(member)).toEqual([1200, 700, 200, 0])
})

test('while much is looked at, others have their turn as well', async () => {
  const member = await aUser()
  for (const [count, days] of [
    [1, 1000],
    [2 * LOOKED_AT, 1],
    [1, 1000],
  ] as const) {
    addNotices(member, count, ago(days))
  }
  const all = 2 * LOOKED_AT + 2
  expect(await seenMeanwhile(member)).toEqual([all, all - 1, all - 2])
})

test('each part of the notices is found by their numbers, and no other is looked at', async () => {
  addNotices(await aUser(), 2 * LOOKED_AT, ago(1))
  planAsGrown()
  const { statements } = await statementsOf(() => forgetOld(db))
  const parts = statements.filter(({ sql }) => sql.includes('delete from "notification"'))
  expect(parts.length).toBeGreaterThan(4)
  expect(parts.flatMap(planOf).join()).not.toContain('SCAN')
})

function addNotices({ id }: { id: string }, count: number, at: string) {
  const add = sqlite.prepare(`insert into notification (id, user_id, kind, created_at)
    values (?, ?, 'space_joined', ?)`)
  for (let one = 0; one < count; one++) add.run(newId(), id, at)
}

// How many notices somebody sees that they have while it is forgotten.
async function seenMeanwhile({ id }: { id: string }) {
  const own = sqlite.prepare('select count(*) from notification where user_id = ?').pluck()
  const seen = new Set<unknown>()
  let isOver = false
  const forgetting = forgetOld(db).finally(() => (isOver = true))
  while (!isOver) {
    seen.add(own.get(id))
    await setImmediate()
  }
  await forgetting
  return [...seen]
}

const TABLES =
  `session device token half_sign_in passkey_challenge try kept_form user mail notification
  space_invitation attestation_request seat report file search_miss undo audit`.split(/\s+/)

async function counts() {
  return TABLES.map((table) => {
    const row = sqlite.prepare(`select count(*) as count from "${table}"`).get()
    return { table, count: (row as { count: number }).count }
  })
}

function insert(table: string, row: Record<string, unknown>) {
  const names = Object.keys(row)
  sqlite
    .prepare(`insert into "${table}" (${names}) values (${names.map(() => '?')})`)
    .run(Object.values(row))
}

// For each kind a row that is as old as is said.
async function aRowOfEach(): Promise<Record<Swept, (id: string, at: string) => void>> {
  const [person, thread, place] = [await aMember(), await aThread(), await aCollectivity()]
  const user_id = person.id
  insert('space', { id: 's', slug: 's', name: 's', lang: 'fr', visibility: 'public', joining: 'open' }) // prettier-ignore
  const file = { name: 'a.csv', kind: 'document', mime: 'text/csv', size: 1 }
  const mail = { recipient: 'a@example.org', lang: 'fr', subject: 's', body: '' }
  const drafts = [(await aPractice()).id, (await aPractice()).id]
  const seat = { user_id, collectivity_code: place.code, function: 'staff' }
  return {
    session: (id, at) => insert('session', { id, user_id, expires_at: at }),
    device: (hash, at) => insert('device', { hash, user_id, last_seen_at: at }),
    token: (hash, at) => insert('token', { hash, kind: 'reset_password', user_id, expires_at: at }),
    half_sign_in: (hash, at) => insert('half_sign_in', { hash, user_id, expires_at: at }),
    passkey_challenge: (hash, at) => insert('passkey_challenge', { hash, expires_at: at }),
    try: (key, at) => insert('try', { key, count: 1, resets_at: at }),
    kept_form: (hash, at) => insert('kept_form', { hash, path: '/', fields: '{}', expires_at: at }),
    unconfirmed_account: (id, at) =>
      insert('user', { id, handle: id.replaceAll(/[ _]/g, '-'), name: 'x', email: id, created_at: at }), // prettier-ignore
    mail: (id, at) => insert('mail', { id, ...mail, sent_at: at }),
    undo: (id, at) => {
      insert('audit', { id, verb: 'item_hidden', subject_kind: 'item', subject_id: 'x' })
      insert('undo', { act_id: id, expires_at: at })
    },
    notification_read: (id, at) => insert('notification', { id, user_id, kind: 'reply', read_at: at }), // prettier-ignore
    notification: (id, at) => insert('notification', { id, user_id, kind: 'reply', created_at: at }), // prettier-ignore
    invitation: (id, at) => insert('space_invitation', { id, space_id: 's', email: 'a@example.org', token_hash: id, role: 'member', expires_at: at }), // prettier-ignore
    attestation_request: (id, at) => insert('attestation_request', { id, item_id: drafts.pop()!, asked_by: user_id, email: 'a@example.org', lang: 'fr', token_hash: id, revision: 1, expires_at: at }), // prettier-ignore
    refused_seat: (id, at) => insert('seat', { id, ...seat, refused_at: at }),
    report: (id, at) => insert('report', { id, item_id: thread.id, reason: 'other', settled_at: at }), // prettier-ignore
    loose_file: (id, at) => insert('file', { id, ...file, created_at: at }),
    practice_import: (id, at) => insert('practice_import', { id, user_id, name: 'a.csv', form: 'table', read_as: '', columns: '[]', mapping: '[]', lang: 'fr', created_at: at }), // prettier-ignore
    search_miss: (words, at) => insert('search_miss', { words, lang: 'fr', day: at.slice(0, 10) }),
    audit: (id, at) => insert('audit', { id, verb: 'tag_added', subject_kind: 'tag', subject_id: 'x', created_at: at }), // prettier-ignore
  }
}
