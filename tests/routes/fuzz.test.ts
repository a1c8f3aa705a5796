import { beforeAll, expect, test } from 'vitest'
import { loadPrinciples } from '#app/domain/reference/taxonomy.server.ts'
import { settings } from '#app/settings.server.ts'
import { db } from '#db/client.server.ts'
import { ADDRESSES } from '#tests/privacy/addresses.ts'
import { ABSENT, type Address, fill, HIDDEN_WORDS, type Names } from '#tests/privacy/answer.ts'
import { PLAUSIBLE } from '#tests/privacy/readings.ts'
import { aCast, type Cast, fillSpace } from '#tests/privacy/world.ts'
import { ANSWERS, giveSecrets, KEYS, SECRETS } from '#tests/support/form-keys.ts'
import { BROKEN, encodedForm, HOSTILE, INHERITED, seeded, SHAPES } from '#tests/support/hostile.ts'
import { get, hasAction, ORIGIN, routeList, send, signIn } from '#tests/support/requests.ts'
import { rowCounter } from '#tests/support/rows.ts'

// Some twenty seconds of work, on a machine that may be busy with more.
const MINUTES = 60_000
const PEOPLE = ['visitor', 'member', 'facilitator', 'admin'] as const
const QUERY =
  'q page tag kind principle region stage language list before after version from to number item space challenge quote sent form scope place token verb actor until show role state add in days title'.split(
    ' ',
  )
const TOLD = /SqliteError|SQLITE_|constraint failed|no such column|\n\s+at \S+ \(|node_modules/
// What a refused request may leave behind: that it came, what was typed before signing in, and the file
// that a text names which comes back to be mended (decision 097).
const TRACES = ['try', 'session', 'kept_form', 'passkey_challenge', 'file', 'file_content']
const TYPED: Record<string, string> = { ...PLAUSIBLE, ...SECRETS }

const answered = new Set<string>()
const random = seeded(20261123)
let cast: Cast
let worlds: { names: Names; open: Names; lang: string }[]
let countRows: () => string
let hash: string

beforeAll(async () => {
  await loadPrinciples(db)
  // What asks the running forum finds none.
  settings().PORT = 1
  cast = await aCast()
  const { owner, member, peer, tag, concept, space, otherSpace } = cast
  const ids = Object.fromEntries(Object.entries(cast.open).map(([name, { id }]) => [name, id]))
  const handles = { owner: owner.handle, member: member.handle, peer: peer.handle }
  const slugs = { tag: tag.slug, concept: concept.slug, space: otherSpace.slug }
  const open = { ...ids, ...handles, ...slugs, code: '16.001.01.01' }
  const filled = await fillSpace(cast)
  const absent = Object.fromEntries(Object.keys(filled).map((name) => [name, 'zzzzzzzzzzzz']))
  worlds = [
    { names: { ...HIDDEN_WORDS, ...filled, space: space.slug }, open, lang: 'fr' },
    { names: { ...ABSENT, ...absent }, open, lang: 'ar' },
  ]
  countRows = rowCounter(TRACES)
  hash = await giveSecrets(member)
}, 5 * MINUTES)

const walked = routeList.flatMap(({ id }) => (ADDRESSES[id]?.length ? [id] : []))

test(
  'no address, however strange, is answered with an error of the program',
  async () => {
    const wrong: string[] = []
    for (const route of walked) {
      for (const person of PEOPLE) {
        for (const path of strangePaths(route)) {
          wrong.push(...(await problems(person, new Request(new URL(path, ORIGIN)))))
        }
      }
    }
    expect(wrong).toEqual([])
  },
  5 * MINUTES,
)

test(
  'no form, however strange, is answered with an error of the program or half written',
  async () => {
    const wrong: string[] = []
    for (const route of walked) {
      for (const person of PEOPLE) {
        for (const body of await strangePosts(route, person)) {
          const request = await posted(route, person, body)
          wrong.push(...(await problems(person, request, route)))
        }
      }
    }
    expect(wrong).toEqual([])
    const take = await Promise.all(walked.map(hasAction))
    expect(walked.filter((route) => answered.has(route))).toEqual(
      walked.filter((_, at) => take[at]),
    )
  },
  5 * MINUTES,
)

test(
  'what was kept of it can be read by everyone',
  async () => {
    const wrong: string[] = []
    await restore()
    const paths = [...(await listMade()), ...walked.map((route) => pathsOf(route, worlds[0]!)[0]!)]
    for (const person of PEOPLE) {
      for (const path of paths) {
        wrong.push(...(await problems(person, new Request(new URL(path, ORIGIN)))))
      }
    }
    expect(wrong).toEqual([])
  },
  5 * MINUTES,
)

// The addresses of a route, with strange queries and with strange names in place of one of theirs.
function strangePaths(route: string) {
  const path = pick(pathsOf(route, pick(worlds)))
  const [before, query = ''] = path.split('?')
  const parts = before!.split('/')
  const at = 1 + Math.floor(random() * (parts.length - 1))
  const bent = parts.map((part, index) => (index === at ? pick(HOSTILE).slice(0, 4000) : part))
  const asked = Array.from({ length: 4 }, () => `${pick(QUERY)}=${pick(HOSTILE).slice(0, 4000)}`)
  const own = `${query.split('=')[0] || 'q'}=${pick(HOSTILE).slice(0, 4000)}`
  const data = random() < 0.3 ? '.data' : ''
  return [`${before}${data}?${[query, ...asked, own].join('&')}`, bent.join('/')]
}

type Person = (typeof PEOPLE)[number]

async function strangePosts(route: string, person: Person) {
  const path = pick(pathsOf(route, worlds[0]!))
  const fields = await fieldsAt(path, person)
  const strange = (name: string) => (name === 'answer' ? pick(ANSWERS) : pick(HOSTILE))
  const bent = (often: number): [string, string][] =>
    fields.map(([name, value]) => [name, random() < often ? strange(name) : value])
  const bodies = [
    encodedForm(bent(1)),
    encodedForm(bent(1.5 / Math.max(1, fields.length))),
    encodedForm(bent(1.5 / Math.max(1, fields.length))),
    encodedForm([
      ...fields,
      ...bent(0.5),
      ...INHERITED.map((name) => [name, '1'] as const),
    ] as never),
    pick(BROKEN),
    pick(SHAPES)(fields, random),
    pick(SHAPES)(bent(0.3), random),
  ]
  return bodies.map((body) => ({ path, ...body }))
}

type Strange = { path: string; type: string; bytes: string }

// To the page, or to what its script asks for; with what opens the form, which works but once.
async function posted(route: string, person: Person, { path, type, bytes }: Strange) {
  const { cookie = '', query = '' } = (await KEYS[route]?.(whoIs(person) ?? cast.member)) ?? {}
  const url = new URL(path, ORIGIN)
  if (isIndex(route)) url.searchParams.set('index', '')
  if (query) url.search = query
  if (random() < 0.15) url.pathname += '.data'
  const body = new TextEncoder().encode(bytes)
  const headers = { 'content-type': type, 'content-length': String(body.byteLength), cookie }
  return new Request(url, { method: 'POST', headers, body })
}

function isIndex(route: string) {
  return routeList.find(({ id }) => id === route)?.index === true
}

// The fields of the forms on a page, filled in plausibly, so that one strange value gets far.
async function fieldsAt(path: string, person: Person): Promise<[string, string][]> {
  const page = await (await get(whoIs(person), path)).text()
  const main = page.slice(page.indexOf('<main'))
  const found = [
    ...main.matchAll(/<(?:input|textarea|select|button)\b[^>]*?\bname="([^"]+)"[^>]*>/g),
  ]
  const names = new Set([...found.map(([, name]) => name!), ...Object.keys(TYPED)])
  return [...names].map((name) => {
    const typed = found.find(([, one]) => one === name)?.[0].match(/\bvalue="([^"]*)"/)?.[1]
    return [encodeURIComponent(name), encodeURIComponent(typed || TYPED[name] || '')]
  })
}

async function problems(person: Person, request: Request, route = '') {
  const posts = request.method === 'POST'
  if (posts) await restore()
  const who = whoIs(person)
  if (who) request.headers.append('cookie', await signIn(who))
  const before = posts && countRows()
  const answer = await send(request)
  if (posts && answer.status !== 405) answered.add(route)
  const body = await answer.text()
  const told = [
    answer.status >= 500 && `answered ${answer.status}`,
    TOLD.test(body) && `tells ${TOLD.exec(body)?.[0]}`,
    leadsElsewhere(answer) && `leads to ${answer.headers.get('location')}`,
    posts &&
      answer.status >= 400 &&
      countRows() !== before &&
      `wrote, and answered ${answer.status}`,
  ]
  const asked = `${person} ${request.method} ${request.url.slice(ORIGIN.length, 300)}`
  return told.filter(Boolean).map((problem) => `${asked} · ${problem}`)
}

function leadsElsewhere({ headers }: Response) {
  const to = headers.get('location')
  const forged = headers.getSetCookie().some((cookie) => /^forged=/.test(cookie))
  return forged || (to !== null && new URL(to, ORIGIN).origin !== ORIGIN)
}

// Strange forms may do what their sender may do: suspend, archive, take part no more.
async function restore() {
  await db.deleteFrom('try').execute()
  const whole = { suspended_at: null, email_confirmed_at: '2026', password_hash: hash }
  await db.updateTable('user').set(whole).execute()
  for (const role of ['facilitator', 'admin'] as const) {
    await db.updateTable('user').set({ role }).where('id', '=', cast[role].id).execute()
  }
  const { id } = cast.space
  await db.updateTable('space').set({ archived_at: null }).where('id', '=', id).execute()
  const seat = { space_id: id, user_id: cast.member.id, role: 'owner' as const }
  await db.replaceInto('space_member').values(seat).execute()
}

async function listMade() {
  const items = await db.selectFrom('item').select(['id', 'kind', 'thread_id']).execute()
  const paths = items.map(({ id, kind, thread_id }) => {
    if (kind === 'post') return `/fr/threads/${thread_id}`
    return `/fr/${kind === 'tool' ? 'practices' : `${kind}s`}/${id}`
  })
  const spaces = await db.selectFrom('space').select('slug').execute()
  const tags = await db.selectFrom('tag').select('slug').execute()
  const concepts = await db.selectFrom('concept').select('slug').execute()
  return [
    ...new Set(paths),
    ...spaces.map(({ slug }) => encodeURI(`/ar/spaces/${slug}`)),
    ...tags.map(({ slug }) => encodeURI(`/ar/tags/${slug}`)),
    ...concepts.map(({ slug }) => encodeURI(`/ar/moderation/thesaurus/${slug}`)),
  ]
}

function pathsOf(route: string, world: (typeof worlds)[number]) {
  return ADDRESSES[route]!.map((address: Address) => fill(address, world).path)
}

function whoIs(person: Person) {
  return person === 'visitor' ? null : cast[person]
}

function pick<T>(from: readonly T[]): T {
  return from[Math.floor(random() * from.length)]!
}
