import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { sealItem, setTags } from '#app/domain/items/write.server.ts'
import { checkIndex, reindexStale } from '#app/domain/search/index.server.ts'
import { searchItems } from '#app/domain/search/search.server.ts'
import { mergeTags } from '#app/domain/tags/merge.server.ts'
import { tagsByName } from '#app/domain/tags/tags.server.ts'
import { tagSchema } from '#app/domain/tags/tags.schema.server.ts'
import { listBranch } from '#app/domain/tags/tree.server.ts'
import { addTag, editTag, readLabels } from '#app/domain/tags/write.server.ts'
import { db } from '#db/client.server.ts'
import { aThread, aUser, fileUnder } from '#tests/support/factories.ts'
import type { SignedIn } from '#app/domain/users/viewer.ts'

let facilitator: SignedIn

beforeAll(async () => {
  facilitator = await aUser({ role: 'facilitator' })
})

async function aTag(name: string, more: Record<string, string> = {}) {
  const input = tagSchema.parse({
    label_ar: `عربي ${name}`,
    label_fr: `Français ${name}`,
    label_en: `English ${name}`,
    ...more,
  })
  const { slug } = (await addTag(db, facilitator, input)) as { slug: string }
  const { id } = await db
    .selectFrom('tag')
    .where('slug', '=', slug)
    .select('id')
    .executeTakeFirstOrThrow()
  return { id, slug }
}

async function finds(q: string) {
  const { found } = await searchItems(db, null, 'fr', { q, page: 1 })
  return found.map(({ id }) => id)
}

test('the labels of the merged tag become other spellings of the one that stays', async () => {
  const [from, into] = [await aTag('balayage'), await aTag('propreté')]
  await mergeTags(db, facilitator, from, into)
  expect((await tagsByName(db, ['Francais BALAYAGE'])).ids).toEqual([into.id])
  expect(await readLabels(db, into.id)).toMatchObject({
    label_fr: 'Français propreté',
    others_fr: 'Français balayage',
  })
})

test('what was filed under both is filed once, and found by the labels of either', async () => {
  const [from, into] = [await aTag('ordures'), await aTag('dechetterie')]
  const thread = await aThread({ title: 'Une question' })
  await setTags(db, thread.id, [from.id, into.id])
  await sealItem(db, thread.id, null)
  await mergeTags(db, facilitator, from, into)
  const rows = await db
    .selectFrom('item_tag')
    .where('item_id', '=', thread.id)
    .select('tag_id')
    .execute()
  expect(rows).toEqual([{ tag_id: into.id }])
  expect(await finds('ordures')).toEqual([thread.id])
})

test('a tag merged into one far below it leaves no circle', async () => {
  const top = await aTag('sommet')
  const middle = await aTag('milieu', { parent: top.id })
  const low = await aTag('fond', { parent: middle.id })
  await mergeTags(db, facilitator, top, low)
  const parents = await db
    .selectFrom('tag')
    .where('id', 'in', [middle.id, low.id])
    .select(['id', 'parent_id'])
    .execute()
  expect(Object.fromEntries(parents.map(({ id, parent_id }) => [id, parent_id]))).toEqual({
    [middle.id]: low.id,
    [low.id]: null,
  })
  expect(await listBranch(db, low.id)).toEqual(new Set([low.id, middle.id]))
})

test('the addresses of a tag that was renamed and then merged all lead on', async () => {
  const [from, into] = [await aTag('premier'), await aTag('dernier')]
  const input = tagSchema.parse({
    label_ar: 'عربي premier',
    label_fr: 'Français premier',
    label_en: 'English premier',
    slug: 'renamed',
  })
  await editTag(db, facilitator, from, input)
  await mergeTags(db, facilitator, { id: from.id, slug: 'renamed' }, into)
  const former = await db
    .selectFrom('tag_former_slug')
    .where('tag_id', '=', into.id)
    .orderBy('slug')
    .select('slug')
    .execute()
  expect(former.map(({ slug }) => slug)).toEqual(['english-premier', 'renamed'])
})

test('an edited label is what the items under it are found by', async () => {
  const tag = await aTag('lampadaire')
  const thread = await aThread({ title: 'Autre question' })
  await fileUnder(tag, [thread])
  const input = tagSchema.parse({
    label_ar: 'إنارة',
    label_fr: 'Réverbères',
    label_en: 'Street lights',
  })
  await editTag(db, facilitator, tag, input)
  expect(await finds('lampadaire')).toEqual([])
  expect(await finds('reverberes')).toEqual([thread.id])
})

test('every change of a tag is on record', async () => {
  const [from, into] = [await aTag('trace'), await aTag('piste')]
  await mergeTags(db, facilitator, from, into)
  const rows = await db
    .selectFrom('audit')
    .where('subject_id', 'in', [from.id, into.id])
    .select(['verb', 'detail'])
    .execute()
  expect(rows.map(({ verb }) => verb).sort()).toEqual(['tag_added', 'tag_added', 'tag_merged'])
  expect(rows.find(({ verb }) => verb === 'tag_merged')?.detail).toContain('english-trace')
})

test('what a stop between the change and its indexing leaves, the next start mends; else nothing waits', async () => {
  const [from, into] = [await aTag('arrosage'), await aTag('irrigation')]
  const thread = await aThread({ title: 'Encore une question' })
  await fileUnder(from, [thread])
  await reindexStale(db)
  const input = tagSchema.parse({
    label_ar: 'سقي',
    label_fr: 'Aspersion',
    label_en: 'Sprinkling',
  })
  const changes = [
    () => editTag(db, facilitator, from, input),
    () => mergeTags(db, facilitator, from, into),
  ]
  for (const change of changes) {
    await sql`create trigger stopped before delete on search_row begin select raise(abort, 'stopped'); end`.execute(db) // prettier-ignore
    await expect(change()).rejects.toThrow('stopped')
    await sql`drop trigger stopped`.execute(db)
    expect(await checkIndex(db)).toMatchObject([{ item_id: thread.id, fault: 'stale' }])
    expect(await reindexStale(db)).toBeGreaterThan(0)
    expect(await checkIndex(db)).toEqual([])
  }
  await editTag(db, facilitator, into, input)
  expect(await reindexStale(db)).toBe(0)
  expect(await finds('aspersion')).toEqual([thread.id])
})
