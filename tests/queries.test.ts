import { beforeAll, expect, test } from 'vitest'
import { type Amounts, createForum } from './support/forum.ts'
import { get, signIn } from './support/requests.ts'
import { faultsOf, planAsGrown } from './support/plans.ts'
import { type Statement, statementsOf } from './support/statements.ts'

// What a page may ask of the database: reads are quick here, but each is one more thing to wait for.
const MOST_STATEMENTS = 11

// A member's home tells what helps at the step where their collectivity stands, once it has said it.
const MOST_AT_HOME = 12

// A search asks the full-text index for each word, and for each way to find it, by itself: never
// more for there being more to find.
const MOST_OF_SEARCH = 16

// A practice and a challenge show what is near them, for which the index is asked as well.
const MOST_WITH_NEIGHBOURS = 12

const FEW: Amounts = { people: 30, spaces: 4, practices: 5, challenges: 5, threads: 5, posts: 5, firstThread: 5, indexed: 15, open: true } // prettier-ignore
const MORE: Amounts = { people: 10, spaces: 8, practices: 15, challenges: 15, threads: 15, posts: 15, firstThread: 14, indexed: 45, open: true } // prettier-ignore
const REST: Amounts = { people: 20, spaces: 8, practices: 40, challenges: 40, threads: 40, posts: 80, firstThread: 50, indexed: 40, open: true } // prettier-ignore

const LATE = '2025-09-01T00:00:00.000Z~000000000000'
const STAFF = ['/moderation', '/moderation?kind=reports', '/moderation?kind=joins', '/moderation/log', '/moderation/log?about=@p-2', '/moderation/figures', '/moderation/misses', '/moderation/gaps', '/moderation/thesaurus?q=tag', '/collections/000000000000/entries', '/events/000100000000/presentations'] // prettier-ignore
const OWN = [
  '/notifications',
  '/bookmarks',
  '/bookmarks/folders',
  '/searches',
  '/drafts',
  '/translations',
  '/translations?into=ar',
  '/spaces/space-0',
  '/threads/new',
]
const PUBLIC_FILES = [
  '/feeds/practices.fr.atom',
  '/feeds/threads.fr.atom',
  '/sitemap.xml',
  '/exports/library.fr.csv',
]

const forum = createForum()
// With a cookie that says nothing: what a visitor's page asks shows where the page is made each time.
const who = { visitor: 'any=1', member: '', facilitator: '' }
const first = new Map<string, number>()

beforeAll(async () => {
  forum.begin()
  await forum.grow(FEW)
  who.member = await signIn(forum.people[0]!)
  who.facilitator = await signIn(forum.people[1]!)
  await search()
})

test('a page with twenty rows asks as often as one with five', async () => {
  for (const [page, statements] of await askAll()) first.set(page, statements.length)
  await forum.grow(MORE)
  await search()
  const then = [...(await askAll())].map(([page, { length }]) => [page, length])
  expect(Object.fromEntries(then)).toEqual(Object.fromEntries(first))
}, 60_000)

// Pages that are full, planned as where there are a hundred thousand replies.
test('on a forum of many years every page asks little, and reads no growing table through', async () => {
  await forum.grow(REST)
  await search()
  planAsGrown()
  const asked = await askAll()
  for (const [page, { length }] of asked) {
    expect.soft(length, page).toBeLessThanOrEqual(mostFor(page))
  }
  const faults = [...asked].flatMap(([page, statements]) =>
    statements.flatMap((statement) => faultsOf(statement).map((fault) => `${page}: ${fault}`)),
  )
  expect([...new Set(faults)]).toEqual([])
}, 60_000)

test('an unread table and a sorted list are seen as such', () => {
  const seen = (sql: string) => faultsOf({ sql, parameters: [] }).map((fault) => fault.slice(0, 28))
  expect(seen('select id from item where edited_at is null')).toEqual([
    'SCAN item — select id from i',
  ])
  expect(seen('select id from user order by name limit 3')).toHaveLength(2)
  expect(seen('select id from item where id = 1')).toEqual([])
})

// The first search reads the names of all places and tags, what is new, and which spaces are open to
// those of its standing, to keep them.
async function search() {
  for (const cookie of ['', who.member]) await ask('/fr/search?q=budget', cookie)
}

function mostFor(page: string) {
  if (page === 'member /fr') return MOST_AT_HOME
  if (page.includes('/search')) return MOST_OF_SEARCH
  const hasNeighbours = /\/(?:practices|challenges)\/\w{12}$/.test(page)
  return hasNeighbours ? MOST_WITH_NEIGHBOURS : MOST_STATEMENTS
}

async function askAll() {
  const asked = new Map<string, Statement[]>()
  for (const [name, cookie] of Object.entries(who)) {
    for (const path of pagesFor(name)) asked.set(`${name} ${path}`, await ask(path, cookie))
  }
  return asked
}

async function ask(path: string, cookie: string): Promise<Statement[]> {
  const { result, statements } = await statementsOf(() => get(null, path, { cookie }))
  await result.text()
  // The addresses here leave out the name at the end, which the page adds.
  if (result.status === 301) return ask(result.headers.get('location')!, cookie)
  expect(result.status, path).toBe(200)
  return statements
}

function pagesFor(name: string) {
  const more = { visitor: [], member: OWN, facilitator: [...OWN, ...STAFF] }[name] ?? []
  const pages = [...LISTS, ...thingPages(), ...more].map((path) => `/fr${path}`)
  return name === 'visitor' ? [...pages, ...PUBLIC_FILES] : pages
}

const LISTS = [
  '',
  ...['', '?kind=tool', '?principle=transparence', '?tag=tag-0', '?region=09'].map(libraryPath),
  ...['?stage=pilot', '?language=ar', `?before=${LATE}`].map(libraryPath),
  ...['', '?progress=open', '?principle=transparence', '?tag=tag-0'].map((q) => `/challenges${q}`),
  ...['', '?form=question', `?after=${LATE}`].map((q) => `/threads${q}`),
  ...['budget', 'budg', 'bugdet', 'budget+eau&kind=practice'].map((words) => `/search?q=${words}`),
  ...[
    '/search/help',
    '/collections',
    `/collections?after=${LATE}`,
    '/events',
    `/events?after=${LATE}`,
  ],
  '/collectivities?region=09&show=library',
  '/about',
  ...['/tags', '/tags/tag-0', '/collectivities', '/people/p-2', '/spaces'],
  ...['', '?show=threads', '?show=practices', '/members'].map((part) => `/spaces/space-1${part}`),
]

function libraryPath(query: string) {
  return `/practices${query}`
}

function thingPages() {
  const [practice, challenge, thread] = [
    forum.practices[0]!,
    forum.challenges[0]!,
    forum.threads[0]!,
  ]
  const place = `/collectivities/${forum.codes[20]}`
  return [
    `/practices/${practice.id}`,
    `/practices/${practice.id}/adoptions`,
    `/practices/${practice.id}/translations`,
    `/challenges/${challenge.id}`,
    ...['practices', 'threads'].flatMap((list) => {
      const all = `/${list}?challenge=${challenge.id}`
      return [all, `${all}&${list === 'threads' ? 'after' : 'before'}=${LATE}`]
    }),
    `/collections/${forum.collections[0]!.id}`,
    `/events/${forum.events[0]!.id}`,
    `/threads/${thread.id}`,
    `/threads/${thread.id}?after=${LATE}`,
    ...['', '?list=library', '?list=adoptions', '?list=challenges', '?list=threads'].map(
      (list) => place + list,
    ),
  ]
}
