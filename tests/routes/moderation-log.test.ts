import { expect, test } from 'vitest'
import { db } from '#db/client.server.ts'
import { aMember, aSpace, aThread, aUser } from '#tests/support/factories.ts'
import { get, post } from '#tests/support/requests.ts'

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

test('the log says from where: the part of the forum and the device, and no address', async () => {
  const facilitator = await aUser({ role: 'facilitator' })
  const thread = await aThread({ author: await aMember() })
  const headers = { 'user-agent': FIREFOX, referer: 'http://127.0.0.1:3000/fr/threads/abc/secret' }
  await post(facilitator, `/fr/moderation/items/${thread.id}/lock`, {}, { headers })
  const row = await db
    .selectFrom('audit')
    .where('subject_id', '=', thread.id)
    .selectAll()
    .executeTakeFirstOrThrow()
  expect(row).toMatchObject({ place: 'threads', device: 'Firefox · Linux' })
  expect(JSON.stringify(row)).not.toMatch(/127\.0\.0\.1|secret|Mozilla/)
  const log = await (await get(facilitator, '/fr/moderation/log')).text()
  expect(log).toContain('Firefox · Linux')
})

test('the log is narrowed to a person, what they wrote included, and to one thing', async () => {
  const [facilitator, author] = [await aUser({ role: 'facilitator' }), await aMember()]
  const mine = await aThread({ author, title: 'Written by that person' })
  const others = await aThread({ author: await aMember(), title: 'Written by another' })
  for (const { id } of [mine, others]) await post(facilitator, `/fr/moderation/items/${id}/lock`)
  for (const about of [
    `@${author.handle}`,
    mine.id,
    `https://forum.example/ar/threads/${mine.id}/x`,
  ]) {
    const query = new URLSearchParams({ about })
    const log = await (await get(facilitator, `/fr/moderation/log?${query}`)).text()
    expect(log, about).toContain('Written by that person')
    expect(log, about).not.toContain('Written by another')
  }
})

test('the log is taken as a file by administrators alone, narrowed, and that is on record', async () => {
  const [admin, facilitator] = [
    await aUser({ role: 'admin' }),
    await aUser({ role: 'facilitator' }),
  ]
  const owner = await aMember()
  const space = await aSpace({ visibility: 'private', name: 'Behind doors' }, [owner])
  const inside = await aThread({ author: owner, space })
  const outside = await aThread({ author: owner })
  await post(owner, `/fr/moderation/items/${inside.id}/hide`, { reason: 'Ours alone' })
  const reason = '=HYPERLINK("http://evil.example";"x")'
  await post(facilitator, `/fr/moderation/items/${outside.id}/hide`, { reason })

  const path = '/fr/moderation/log/export'
  expect((await post(facilitator, path)).status).toBe(403)
  expect((await get(admin, path)).status).toBe(302)
  const file = await post(admin, path, { actor: facilitator.handle, verb: 'item_hidden' })
  expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(file.headers.get('cache-control')).toContain('no-store')
  const bytes = new Uint8Array(await file.arrayBuffer())
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const lines = new TextDecoder().decode(bytes).trimEnd().split('\r\n')
  expect(lines).toHaveLength(2)
  expect(lines[1]).toContain(`"'=HYPERLINK(""http://evil.example"";""x"")"`)

  const whole = await (await post(admin, path)).text()
  expect(whole).not.toMatch(/Ours alone|Behind doors/)
  expect(whole).toContain('"log_exported"')
})

test('a long log is read part by part, each row once', async () => {
  const admin = await aUser({ role: 'admin' })
  const rows = Array.from({ length: 1201 }, (_, index) => ({
    id: `longlog${String(index).padStart(5, '0')}`,
    actor_id: admin.id,
    verb: 'tag_added',
    subject_kind: 'tag',
    subject_id: `tag${index}`,
  }))
  for (let from = 0; from < rows.length; from += 400) {
    await db
      .insertInto('audit')
      .values(rows.slice(from, from + 400))
      .execute()
  }
  const file = await post(admin, '/fr/moderation/log/export', { verb: 'tag_added' })
  const ids = [...(await file.text()).matchAll(/"(tag\d+)"/g)].map(([, id]) => id)
  expect(ids).toHaveLength(1201)
  expect(new Set(ids).size).toBe(1201)
})
