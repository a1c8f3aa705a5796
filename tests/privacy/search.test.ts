import { beforeAll, expect, test } from 'vitest'
import { loadReference } from '#app/domain/reference/load.server.ts'
import { indexItems } from '#app/domain/search/index.server.ts'
import { searchItems } from '#app/domain/search/search.server.ts'
import { suggest } from '#app/domain/search/suggest.server.ts'
import type { SignedIn } from '#app/domain/users/viewer.ts'
import { db, sqlite } from '#db/client.server.ts'
import { newId } from '#db/id.ts'
import {
  aMember,
  aPost,
  aPractice,
  aSpace,
  aThread,
  changeItem,
  fileUnder,
} from '#tests/support/factories.ts'
import { insert } from '#tests/support/forum.ts'
import { get } from '#tests/support/requests.ts'

const MINUTE = 60_000
const PRIVATE = 1_000

// What stands in public here, each word in some of the items, and a word of the private ones alone.
const WORDS = ['irrigation', 'budget participatif', 'compostage', 'نفايات', 'شفافية', 'ⴰⵎⴰⵏ']
const SECRET = 'zorquelune'

const QUERIES = [
  'irrigation', // one word
  'budget compostage', // two
  '"budget participatif"', // a phrase
  'waste', // other names, by the thesaurus
  'déchets',
  'irigation', // a slip
  'irrigat', // a beginning
  'compostaje irigaton', // did you mean
  SECRET,
  'zorquelume', // a slip of what is hidden
  'zorkelune', // what sounds like it
  'irrigationzorquelune', // a word joined to it
  'irrigation -budget',
  'budget OR compostage',
  'tag:open-data',
  'kind:thread',
  'irrigation by:stranger',
]
const SEARCHES = [
  ...QUERIES.map((q) => `q=${encodeURIComponent(q)}`),
  'q=irrigation&kind=thread',
  'q=irrigation&lang=ar',
  'q=irrigation&sort=date&page=2',
]
const TYPED = ['ir', 'irrig', 'budget part', 'zorq', 'نفا', 'ⴰⵎ', 'open', 'Priv']

let insider: SignedIn
let stranger: SignedIn
let space: { id: string; slug: string }
let tag: { id: string; slug: string }
const paths = [
  ...SEARCHES.flatMap((query) => ['fr', 'ar'].map((lang) => `/${lang}/search?${query}`)),
  ...TYPED.map((q) => `/fr/search/suggestions?q=${encodeURIComponent(q)}`),
  '/fr/search',
  '/fr/search/help',
  '/fr',
  '/fr/practices',
  '/fr/threads',
]

beforeAll(async () => {
  await loadReference(db)
  insider = await aMember()
  stranger = await aMember({ name: 'Stranger' })
  space = await aSpace({ visibility: 'private', name: 'Privée' }, [insider])
  tag = await db.selectFrom('tag').select(['id', 'slug']).executeTakeFirstOrThrow()
  const items: { id: string }[] = []
  for (let index = 0; index < 24; index++) {
    const said = WORDS.filter((_, at) => index % (at + 2) === 0).join(' ')
    const texts = { title: `Titre ${said}`, body: `Corps ${said}`.repeat(1 + (index % 3)) }
    items.push(await (index % 2 ? aPractice(texts) : aThread(texts)))
  }
  await aPost(items[0]!, { body: 'Une réponse : irrigation' })
  await fileUnder(tag, items.slice(0, 8))
  paths.push(`/fr/practices/${items[1]!.id}/titre`, `/fr/tags/${tag.slug}`)
}, MINUTE)

test(
  'a thousand private items with the words that are searched for change no byte of what others get',
  async () => {
    const before = await answers()
    await addPrivate()
    const hidden = await searchItems(db, insider, 'fr', { q: SECRET })
    expect(hidden.total).toBe(PRIVATE)
    const after = await answers()
    const changed = [...before].filter(([asked, answer]) => after.get(asked) !== answer)
    expect(changed.map(([asked]) => asked)).toEqual([])
  },
  MINUTE,
)

test(
  'what a thousand items have is found as it is now, whatever was written or hidden since',
  async () => {
    const count = async () => (await searchItems(db, insider, 'fr', { q: SECRET })).total
    const [first] = (await searchItems(db, insider, 'fr', { q: SECRET })).found
    await changeItem(first!.id, { hidden_at: new Date().toISOString() })
    expect(await count()).toBe(PRIVATE - 1)
    for (const title of ['une', 'deux'])
      await aThread({ author: insider, space, title, body: SECRET })
    expect(await count()).toBe(PRIVATE + 1)
    await changeItem(first!.id, { hidden_at: null })
    expect(await count()).toBe(PRIVATE + 2)
  },
  MINUTE,
)

// The whole page for a visitor; for a member, whose page also holds secrets of its own, what it shows.
async function answers() {
  const all = new Map<string, string>()
  for (const path of paths) {
    const answer = await get(null, path)
    expect(answer.status, path).toBe(200)
    all.set(path, await answer.text())
  }
  for (const q of QUERIES) {
    all.set(`member: ${q}`, JSON.stringify(await searchItems(db, stranger, 'fr', { q })))
  }
  for (const q of TYPED)
    all.set(`typed: ${q}`, JSON.stringify(await suggest(db, stranger, 'fr', q)))
  return all
}

async function addPrivate() {
  const published_at = new Date().toISOString()
  const ids = sqlite.transaction(() =>
    Array.from({ length: PRIVATE }, (_, index) => {
      const [item_id, lang] = [newId(), index % 2 ? 'fr' : 'ar']
      const kind = index % 3 ? 'thread' : 'practice'
      const title = `${WORDS[index % WORDS.length]} ${SECRET}`
      const source = `${WORDS.join(' ')} ${SECRET} compostaje irigaton `.repeat(1 + (index % 5))
      insert('item', { id: item_id, kind, lang, state: 'published', space_id: space.id, author_id: insider.id, seat_id: insider.seats[0]!.id, published_at }) // prettier-ignore
      insert('item_text', { item_id, lang, title, summary: source.slice(0, 200) })
      insert('section', { item_id, lang, name: 'body', source, html: '', renderer: 1 })
      if (kind === 'thread') insert('thread', { item_id, form: 'question' })
      else insert('practice', { item_id, stage: 'running' })
      insert('item_tag', { item_id, tag_id: tag.id })
      return item_id
    }),
  )()
  await db.transaction().execute((trx) => indexItems(trx, ids))
}
