import { beforeAll, expect, test } from 'vitest'
import { type Amounts, createForum } from './support/forum.ts'
import { get, signIn } from './support/requests.ts'
import { planOf, type Statement, statementsOf } from './support/statements.ts'

// What a page may ask of the database: reads are quick here, but each is one more thing to wait for.
const MOST_STATEMENTS = 15

// A search asks the full-text index for each word, and for each way to find it, by itself: never
// more for there being more to find.
const MOST_OF_SEARCH = 25

// A practice and a challenge show what is near them, for which the index is asked as well.
const MOST_WITH_NEIGHBOURS = 20

const FEW: Amounts = { people: 30, spaces: 4, practices: 5, challenges: 5, threads: 5, posts: 5, firstThread: 5, indexed: 15, open: true } // prettier-ignore
const MORE: Amounts = { people: 10, spaces: 8, practices: 15, challenges: 15, threads: 15, posts: 15, firstThread: 14, indexed: 45, open: true } // prettier-ignore
const REST: Amounts = { people: 280, spaces: 28, practices: 600, challenges: 100, threads: 400, posts: 8000, firstThread: 400, indexed: 300 } // prettier-ignore

const LATE = '2025-09-01T00:00:00.000Z~000000000000'
const STAFF = ['/moderation', '/moderation?kind=reports', '/moderation?kind=joins', '/moderation/log', '/moderation/log?about=@p-2', '/moderation/figures', '/moderation/misses', '/moderation/thesaurus?q=tag'] // prettier-ignore
const OWN = [
  '/notifications',
  '/bookmarks',
  '/searches',
  '/drafts',
  '/spaces/space-0',
  '/threads/new',
]
const PUBLIC_FILES = ['/feeds/practices.fr.atom', '/feeds/threads.fr.atom', '/sitemap.xml']

const forum = createForum()
const who = { visitor: '', member: '', facilitator: '' }
const first = new Map<string, number>()

beforeAll(async () => {
  forum.begin()
  await forum.grow(FEW)
  who.member = await signIn(forum.people[0]!)
  who.facilitator = await signIn(forum.people[1]!)
  // The first search reads the names of all places and tags, to keep them.
  await ask('/fr/search?q=budget', '')
})

test('a page with twenty rows asks as often as one with five', async () => {
  for (const [page, statements] of await askAll()) first.set(page, statements.length)
  await forum.grow(MORE)
  const then = [...(await askAll())].map(([page, { length }]) => [page, length])
  expect(Object.fromEntries(then)).toEqual(Object.fromEntries(first))
}, 60_000)

test('on a forum of many years every page asks little, and reads no growing table through', async () => {
  await forum.grow(REST)
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

// What is no table, or a short one that is the same on every forum: the vocabulary, the network's
// members, rows that the same statement has found already, what the full-text index gives.
const SHORT = /^SCAN (?:CONSTANT ROW|\(subquery-\d+\)|agg|hit|ranked|told|tag|tag_label|concept_label|name|membership|vocabulary|(?:search_text|search_title|json_each) VIRTUAL)/ // prettier-ignore

// A walk along an index in the order that is asked for, which stops when the page is full, or along
// one that holds only what waits.
const WALK = /^SCAN \w+ USING (?:COVERING )?INDEX (?:item_library|thread_last_post|space_created|audit_created|report_open|seat_waiting|audit_verb)$/ // prettier-ignore

// These sort what they found by an index, each with its reason. (For the last term of an order only
// what ties is sorted, which is never much.)
const EXCEPTIONS: [RegExp, string][] = [
  [/order by case other\.lang/, 'the four names of a tag, put in the order of the reader'],
  [/from "collectivity"|from "membership"/, 'places: their number is set by law'],
  [/"(?:item_id|challenge_id)" = \? order by/, 'what belongs to one item'],
  [/from "seat" .*"seat"\."user_id" = \?|^select "id", "handle"/, 'the seats of one person'],
  [/from "seat" .*"seat"\."collectivity_code" = \?/, 'the people of one place'],
  [/"(?:item|space_member)"\."space_id" = \?/, 'what belongs to one space'],
  [/own\.author_id = \?|as "told"/, 'what one person wrote, or was told and has not read'],
  [/"bookmark"\."user_id" = \?/, 'what one person marked'],
  [/"item"\."state" = \? and \("item"\."author_id"|coalesce\("item"\."edited_at"/, 'own drafts'],
  [/"own"\."role" is not null/, 'own spaces, by name'],
  [/"?tag_id"? = \?\) and "item"/, 'what is filed under one tag'],
  [/collectivity_code = \?\)+ and "item"/, 'what concerns one place'],
  [/"?challenge_id"? = \?\)/, 'what is about one challenge'],
  [/from "challenge_link" where "item_id" = \?/, 'the challenges of one practice'],
  [/\) desc, "item"\."id" limit/, 'open challenges by their last word, which no index knows'],
  [/group by "item_tag"\."tag_id"/, 'counts all that the viewer may read, tag by tag'],
  [/order by instr\(/, 'a few that were found, in the order of how well'],
  [/from "search_name"/, 'the people and spaces whose name begins so'],
  [/from "saved_search" where "user_id" = \?/, 'the fifty searches of one person'],
  [/from "search_miss"/, 'the words of ninety days, of which a day has so many and no more'],
  [/from "concept_label"/, 'the vocabulary, which facilitators write'],
  [/order by "at", "item"\."id"|from "space_request"/, 'what waits for moderation'],
  [/audit\.subject_id in \(select/, 'what was done about one person or thing'],
  [/"item"\."edited_at", "item_text"/, 'the sitemap tells of everything'],
]

// Read through on purpose: what is filed under every tag is counted at once, and while a person is
// in a good part of the spaces, SQLite rightly begins with the spaces. Misses are added up by words.
const READ_THROUGH = /^SCAN (?:item_tag USING COVERING INDEX item_tag_tag|space|search_miss)$/

function mostFor(page: string) {
  if (page.includes('/search')) return MOST_OF_SEARCH
  const hasNeighbours = /\/(?:practices|challenges)\/\w{12}$/.test(page)
  return hasNeighbours ? MOST_WITH_NEIGHBOURS : MOST_STATEMENTS
}

function faultsOf(statement: Statement) {
  const maySort = EXCEPTIONS.some(([pattern]) => pattern.test(statement.sql))
  return planOf(statement)
    .filter((line) => /^SCAN/.test(line) || (!maySort && /TREE FOR ORDER BY/.test(line)))
    .filter((line) => ![SHORT, WALK, READ_THROUGH].some((fine) => fine.test(line)))
    .map((line) => `${line} — ${statement.sql.replace(/\s+/g, ' ')}`)
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
  '/search/help',
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
    `/challenges/${challenge.id}`,
    `/threads/${thread.id}`,
    `/threads/${thread.id}?after=${LATE}`,
    ...['', '?list=library', '?list=challenges', '?list=threads'].map((list) => place + list),
  ]
}
