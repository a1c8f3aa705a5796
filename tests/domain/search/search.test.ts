import { beforeAll, expect, test } from 'vitest'
import { sealItem } from '#app/domain/items/write.server.ts'
import { writeTexts } from '#app/domain/items/texts.server.ts'
import { loadReference } from '#app/domain/reference/load.server.ts'
import { loadSample } from '#app/domain/sample/load.server.ts'
import { PAGES_MAX, RESULTS_PER_PAGE } from '#app/domain/search/search.limits.ts'
import { cleanQuery, searchItems } from '#app/domain/search/search.server.ts'
import { listTopics, searchTags } from '#app/domain/search/topics.server.ts'
import type { Viewer } from '#app/domain/users/viewer.ts'
import { db } from '#db/client.server.ts'
import {
  aChallenge,
  aMember,
  aPost,
  aPractice,
  aSpace,
  aThread,
  changeItem,
  fileUnder,
} from '#tests/support/factories.ts'

beforeAll(async () => {
  await loadReference(db)
})

async function found(viewer: Viewer, q: string, more = {}) {
  return searchItems(db, viewer, 'fr', { q, ...more })
}

async function ids(viewer: Viewer, q: string, more = {}) {
  return (await found(viewer, q, more)).found.map(({ id }) => id)
}

test('words are found whatever their article, their accents and the letters writers exchange', async () => {
  const waste = await aPractice({ lang: 'ar', title: 'تدبير النفايات المنزلية' })
  const budget = await aPractice({ lang: 'ar', title: 'الميزانية التشاركية بالجماعة' })
  const tri = await aPractice({ title: 'Trier les déchets au souk' })
  // What says it in other words, or in another language, comes after.
  expect(await ids(null, 'نفايات')).toEqual([waste.id, tri.id])
  expect(await ids(null, 'ميزانيه تشاركيه')).toEqual([budget.id])
  expect(await ids(null, 'dechets')).toEqual([tri.id, waste.id])
})

test('the sample content answers what newcomers type', async () => {
  await loadSample(db)
  const words = async (q: string) => {
    const { found } = await searchItems(db, null, 'ar', { q })
    const marked = found.flatMap((one) => [...one.marked.title, ...one.marked.excerpt])
    return marked.filter(({ mark }) => mark).map(({ text }) => text)
  }
  expect(await words('نفايات')).toContain('النفايات')
  expect(await words('ميزانيه تشاركيه')).toEqual(expect.arrayContaining(['الميزانية', 'التشاركية']))
  expect(await words('dechets')).toContain('déchets')
  await db.deleteFrom('item').execute()
})

test('an item is one result whichever of its versions has the words, and shows that one', async () => {
  const { id } = await aPractice({ title: 'Guichet mobile', body: 'Une camionnette itinérante.' })
  await db.transaction().execute(async (trx) => {
    await writeTexts(trx, id, 'ar', {
      title: 'شباك متنقل',
      sections: { steps: 'شاحنة camionnette' },
    })
    await sealItem(trx, id, null)
  })
  const [card, ...others] = (await found(null, 'شباك')).found
  expect(others).toEqual([])
  expect(card).toMatchObject({ id, lang: 'ar', title: 'Guichet mobile' })
  expect(card?.marked.title).toEqual([
    { text: 'شباك', mark: true },
    { text: ' متنقل', mark: false },
  ])
  const both = (await found(null, 'camionnette')).found
  expect(both).toMatchObject([{ id, lang: 'fr' }])
})

test('a reply leads to its thread, once, with its own words', async () => {
  const thread = await aThread({ title: 'Comment éclairer les ruelles ?' })
  await aPost(thread, { body: 'Des lampadaires solaires suffisent.' })
  const second = await aPost(thread, {
    body: 'Lampadaires solaires **photovoltaïques**, solaires !',
  })
  const results = await found(null, 'lampadaires photovoltaïques')
  expect(results.total).toBe(1)
  expect(results.found[0]).toMatchObject({ id: thread.id, reply: { id: second.id, lang: 'fr' } })
  const marked = results.found[0]?.reply?.excerpt.filter(({ mark }) => mark)
  expect(marked?.map(({ text }) => text)).toEqual(['Lampadaires', 'photovoltaïques'])
})

test('a word in the title comes before one in the summary, and that before one in the body', async () => {
  const body = await aPractice({ title: 'Un', body: 'On parle de compostage ici' })
  const title = await aPractice({ title: 'Compostage' })
  const summary = await aPractice({ title: 'Trois', summary: 'Le compostage en bref' })
  expect(await ids(null, 'compostage')).toEqual([title.id, summary.id, body.id])
})

test('equal places of the words: the newest first', async () => {
  const [old, recent] = [
    await aPractice({ title: 'Jumelage' }),
    await aPractice({ title: 'Jumelage' }),
  ]
  await changeItem(old.id, { published_at: '2020-01-01T00:00:00.000Z' })
  expect(await ids(null, 'jumelage')).toEqual([recent.id, old.id])
  await changeItem(recent.id, { published_at: '2019-01-01T00:00:00.000Z' })
  expect(await ids(null, 'jumelage')).toEqual([old.id, recent.id])
})

test('what is closed to someone neither shows, nor counts, nor moves what they find', async () => {
  const [insider, stranger] = [await aMember(), await aMember()]
  const space = await aSpace({ visibility: 'private' }, [insider])
  const open = [
    await aPractice({ title: 'Un', body: 'irrigation irrigation irrigation goutte à goutte' }),
    await aPractice({ title: 'Deux', body: 'irrigation '.repeat(40) }),
    await aPractice({ title: 'Irrigation', body: 'Canaux' }),
  ]
  const before = await Promise.all([null, stranger].map((who) => found(who, 'irrigation')))

  const closed: string[] = []
  for (let count = 0; count < 12; count++) {
    const body = 'irrigation '.repeat(count + 1) + 'autre chose '.repeat(count * 20)
    closed.push((await aThread({ author: insider, space, title: 'Irrigation', body })).id)
  }
  await aPost({ id: closed[0]!, space_id: space.id }, { author: insider, body: 'irrigation' })
  await aPractice({ author: insider, title: 'Irrigation', state: 'submitted' })
  await aPractice({ author: insider, title: 'Irrigation', state: 'draft' })

  const after = await Promise.all([null, stranger].map((who) => found(who, 'irrigation')))
  expect(after).toEqual(before)
  expect(after.map(({ whole }) => whole)).toEqual([open.length, open.length])
  const inside = await ids(insider, 'irrigation')
  expect(closed.every((id) => inside.includes(id))).toBe(true)
})

test('a reply in a thread that was hidden is not found', async () => {
  const thread = await aThread({ title: 'Sujet' })
  await aPost(thread, { body: 'assainissement' })
  expect(await ids(null, 'assainissement')).toEqual([thread.id])
  const hidden_at = new Date().toISOString()
  await changeItem(thread.id, { hidden_at })
  expect(await found(null, 'assainissement')).toMatchObject({ found: [], total: 0 })
})

test('what was hidden since is not counted where all of a kind is asked for', async () => {
  const [first, second] = [await aPractice({ kind: 'tool' }), await aPractice({ kind: 'tool' })]
  const tools = async () => {
    const { total, facets } = await found(null, 'kind:tool')
    return [total, facets.kind.find(({ value }) => value === 'tool')?.count]
  }
  expect(await tools()).toEqual([2, 2])
  await changeItem(first.id, { hidden_at: new Date().toISOString() })
  expect(await tools()).toEqual([1, 1])
  await changeItem(first.id, { hidden_at: null })
  await changeItem(second.id, { state: 'draft' })
  expect(await tools()).toEqual([1, 1])
})

test('a search is narrowed by kind, principle, tag and region', async () => {
  const practice = await aPractice({
    title: 'Pépinière numérique',
    collectivity: '04.421.01.01',
    principles: ['transparence'],
  })
  const challenge = await aChallenge({ title: 'Pépinière numérique' })
  const tag = (await db.selectFrom('tag').selectAll().executeTakeFirst())!
  await fileUnder(tag, [practice])
  const { region_code } = await db
    .selectFrom('collectivity')
    .where('code', '=', '04.421.01.01')
    .select('region_code')
    .executeTakeFirstOrThrow()
  const among = (filters: object) => ids(null, 'pépinière', filters)
  expect(new Set(await among({}))).toEqual(new Set([practice.id, challenge.id]))
  expect(await among({ kind: 'challenge' })).toEqual([challenge.id])
  expect(await among({ principle: 'transparence' })).toEqual([practice.id])
  expect(await among({ principle: 'redevabilite' })).toEqual([])
  expect(await among({ tag: tag.id })).toEqual([practice.id])
  expect(await among({ region: region_code })).toEqual([practice.id])
  expect(await among({ region: '99' })).toEqual([])
})

test('unfinished words count only when nothing has the words as they are', async () => {
  const whole = await aPractice({ title: 'Zone piétonne' })
  await aPractice({ title: 'Zonette' })
  expect(await found(null, 'zone')).toMatchObject({ byBeginning: false, total: 1 })
  expect(await ids(null, 'zone')).toEqual([whole.id])
  expect(await found(null, 'piét')).toMatchObject({ byBeginning: true, total: 1 })
})

test('nothing that can be typed is an error', async () => {
  const hostile = [
    '"', "'", '*', '(', ')', 'AND', 'OR NOT', 'NEAR(a b)', 'title:budget', '{title} : x', '^a', 'a*', '-a',
    'a" OR "b', '; drop table item; --', '\0', 'a\0b', '\ud800', 'x\udfff', '\u202e\u2066نص\u2069', '%', '_',
    'ا'.repeat(10_000), 'mot '.repeat(2_500), '\ufffd', '😀', 'ⵜⴰⵎⴰⵣⵉⵖⵜ', '   ', '', '٣'.repeat(300),
  ] // prettier-ignore
  for (const typed of hostile) {
    for (const q of [typed, cleanQuery(typed)]) {
      await expect(found(null, q)).resolves.toMatchObject({ page: 1 })
      await expect(searchTags(db, q, 'fr')).resolves.toBeInstanceOf(Array)
    }
  }
  expect(cleanQuery(null)).toBe('')
  expect(cleanQuery(' a\0\n b\u202e\ud800 ')).toBe('a b')
})

test('pages follow each other without gap or repetition, and end', async () => {
  for (let count = 0; count < RESULTS_PER_PAGE + 3; count++)
    await aPractice({ title: 'Xylophages' })
  const first = await found(null, 'xylophages')
  const second = await found(null, 'xylophages', { page: 2 })
  expect([first.more, second.more]).toEqual([true, false])
  expect(first.total).toBe(RESULTS_PER_PAGE + 3)
  const all = [...first.found, ...second.found].map(({ id }) => id)
  expect(new Set(all).size).toBe(RESULTS_PER_PAGE + 3)
  expect((await found(null, 'xylophages', { page: 10_000 })).page).toBe(PAGES_MAX)
  expect(await found(null, 'xylop', { page: 2 })).toMatchObject({ byBeginning: true, total: 23 })
  expect((await found(null, 'xylophages', { page: 3 })).found).toEqual([])
})

test('tags are found by any of their names, in the reader’s language', async () => {
  const labels = async (q: string) => (await searchTags(db, q, 'fr')).map(({ label }) => label)
  expect(await labels('ميزانية تشاركية')).toContain('Budget participatif')
  expect(await labels('petition')).toContain('Pétitions')
  expect(await labels('zzz')).toEqual([])
})

test('topics are counted among what the reader may see', async () => {
  const insider = await aMember()
  const space = await aSpace({ visibility: 'private' }, [insider])
  const tag = await db
    .selectFrom('tag')
    .where('slug', '=', 'petitions')
    .select('id')
    .executeTakeFirstOrThrow()
  const { id } = await aThread({ author: insider, space })
  await fileUnder(tag, [{ id }])
  const slugs = async (who: Viewer) => (await listTopics(db, who, 'fr', 50)).map(({ slug }) => slug)
  expect(await slugs(insider)).toContain('petitions')
  expect(await slugs(null)).not.toContain('petitions')
})
