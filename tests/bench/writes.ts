import { CHECKS } from '#app/domain/items/checks.ts'
import { itemPath } from '#app/domain/items/paths.ts'
import { digest } from '#app/domain/users/digest.server.ts'
import { SESSION_DAYS } from '#app/domain/users/sessions.server.ts'
import { SESSION_COOKIE } from '#app/http/lucia.server.ts'
import { db, sqlite } from '#db/client.server.ts'
import { insert } from '../support/forum.ts'
import { chance } from './chance.ts'
import { CHALLENGE } from './content.ts'
import type { Sent } from './load.ts'
import { emailOf, PASSWORD } from './people.ts'
import { createTexts } from './texts.ts'

type Write = { name: string; next: () => Sent; status: number; connections?: number }

// Who replies follows from then on: in one thread sixty would become thousands.
const FOLLOWED = 100

const LASTS = SESSION_DAYS * 86_400_000

/**
 * What people write, each request by the next of all members: nobody comes near the limits that the
 * forum sets to one person, and all of them stay in force.
 */
export async function listWrites(): Promise<Write[]> {
  const writers = openSessions()
  const threads = await openThreads()
  const replies = sqlite
    .prepare<[], string>(
      `select id from item where kind = 'post' and space_id is null
      and hidden_at is null order by id limit 5000`,
    )
    .pluck()
    .all()
  const texts = createTexts(chance(30).random)
  const turn = turns()
  const writer = () => writers[turn('writer') % writers.length]!
  const body = () => texts.text('fr').source
  const reply = (path: string): Sent => ({
    ...writer(),
    path,
    fields: { body: body(), lang: 'fr' },
  })
  const followed = threads.slice(-FOLLOWED)
  for (const { id } of followed) addFollowers(id)

  return [
    // More at once from one address would be guessing.
    { name: 'sign-in', status: 302, connections: 4, next: () => ({ path: '/fr/login', fields: { email: writer().email, password: PASSWORD } }) }, // prettier-ignore
    {
      name: 'reply',
      status: 302,
      next: () => reply(threads[turn('thread') % threads.length]!.path),
    },
    { name: 'reply where sixty follow', status: 302, next: () => reply(followed[turn('followed') % FOLLOWED]!.path) }, // prettier-ignore
    { name: 'reaction', status: 302, next: () => ({ ...writer(), path: `/fr/posts/${replies[turn('reply') % replies.length]}/reactions`, fields: { meaning: 'thanks' } }) }, // prettier-ignore
    { name: 'new practice', status: 302, next: () => ({ ...writer(), path: '/fr/practices/new', fields: practice(turn('practice')) }) }, // prettier-ignore
  ]

  function practice(count: number) {
    return {
      intent: 'publish',
      checked: [...CHECKS],
      // Like no other: a title that is like others is shown them first.
      title: `Q${count.toString(26).padStart(5, 'z')}x k${count}w`,
      summary: texts.summary('fr'),
      place: 'Ailleurs',
      principles: ['transparence'],
      challenges: [CHALLENGE],
      ...{ steps: body(), lessons: body(), results: body() },
      stage: 'running',
      lang: 'fr',
    }
  }
}

/** The threads that everybody may read and members may answer, with their addresses. */
export async function openThreads() {
  const rows = await db
    .selectFrom('item')
    .innerJoin('thread', 'thread.item_id', 'item.id')
    .innerJoin('item_text', 'item_text.item_id', 'item.id')
    .where('item.space_id', 'is', null)
    .where('item.state', '=', 'published')
    .where('item.hidden_at', 'is', null)
    .orderBy('item.id')
    .select(['item.id', 'item.lang', 'item_text.title'])
    .execute()
  return rows.map(({ id, lang, title }) => {
    const path = itemPath({ id, kind: 'thread', title: title! })
    return { id, path: encodeURI(`/${lang}${path}`) }
  })
}

function addFollowers(threadId: string) {
  const add = sqlite.prepare<
    [string, string]
  >(`insert or ignore into follow (user_id, item_id, created_at)
    select id, ?, ? from user where email_confirmed_at is not null order by id limit 60`)
  add.run(threadId, new Date().toISOString())
}

// As after a sign-in, of which there are too many to ask for each.
function openSessions() {
  const members = sqlite
    .prepare<[], { id: string; handle: string }>(
      `select id, handle from user where exists
      (select 1 from seat where user_id = user.id and confirmed_at is not null) order by id`,
    )
    .all()
  const expires_at = new Date(Date.now() + LASTS).toISOString()
  sqlite.transaction(() => {
    for (const { id, handle } of members) {
      insert('session', { id: digest(secretOf(handle)), user_id: id, expires_at })
    }
  })()
  return members.map(({ handle }) => ({
    cookie: `${SESSION_COOKIE}=${secretOf(handle)}`,
    email: emailOf({ handle }),
  }))
}

function secretOf(handle: string) {
  return `bench-${handle}`
}

function turns() {
  const counts = new Map<string, number>()
  return (of: string) => {
    const count = counts.get(of) ?? 0
    counts.set(of, count + 1)
    return count
  }
}
