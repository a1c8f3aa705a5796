import { itemPath } from '#app/domain/items/paths.ts'
import { pageBefore } from '#app/domain/posts/posts.server.ts'
import { lucia, SESSION_COOKIE } from '#app/http/lucia.server.ts'
import { db } from '#db/client.server.ts'
import type { Row } from '#db/schema.ts'
import { CHALLENGE, LONG_THREAD, PRACTICE, SHORT_THREAD, TAG } from './content.ts'
import { MEMBER, OF_MANY_SPACES } from './people.ts'

export const READERS = ['visitor', 'member', 'member of many spaces'] as const

export type Page = {
  name: string
  path: string
  as: (typeof READERS)[number]
  cookie?: string
  html: boolean
}

const POPULAR = 'participation'

/** The pages that are measured, as each reader; `only`: those whose name or reader has such a word. */
export async function listPages(only: string[]): Promise<Page[]> {
  const paths = { ...(await itemPaths()), ...LISTS }
  const cookies = {
    visitor: undefined,
    member: await cookieOf(MEMBER),
    'member of many spaces': await cookieOf(OF_MANY_SPACES),
  }
  const pages = READERS.flatMap((as) =>
    Object.entries(paths).map(([name, path]) => {
      return { name, path, as, cookie: cookies[as], html: !path.startsWith('/feeds') }
    }),
  )
  // A feed is the same for whoever asks.
  const shown = pages.filter(({ html, as }) => html || as === 'visitor')
  return shown.filter(({ name, as }) => only.length === 0 || only.some((word) => [as, ...name.split(', ')].includes(word))) // prettier-ignore
}

/** A session of a person as after signing in, as its cookie. */
export async function cookieOf(handle: string) {
  const user = await db
    .selectFrom('user')
    .where('handle', '=', handle)
    .select('id')
    .executeTakeFirstOrThrow()
  const session = { user_agent: 'bench', second_factor_at: null }
  const { id } = await lucia.createSession(user.id, session)
  return `${SESSION_COOKIE}=${id}`
}

const LISTS = {
  home: '/ar',
  'library, filtered': '/ar/practices?kind=practice&principle=transparence&stage=running',
  search: `/fr/search?q=${POPULAR}`,
  tag: `/fr/tags/${TAG}`,
  feed: '/feeds/practices.ar.atom',
}

async function itemPaths() {
  const long = await pathOf(LONG_THREAD)
  return {
    challenge: await pathOf(CHALLENGE),
    thread: await pathOf(SHORT_THREAD),
    'long thread, first page': long,
    'long thread, last page': `${long}?after=${await pageBefore(db, null, LONG_THREAD)}`,
    practice: await pathOf(PRACTICE),
  }
}

async function pathOf(id: string) {
  const item = await db
    .selectFrom('item')
    .innerJoin('item_text', (join) =>
      join.onRef('item_text.item_id', '=', 'item.id').onRef('item_text.lang', '=', 'item.lang'),
    )
    .where('item.id', '=', id)
    .select(['item.id', 'item.kind', 'item.lang', 'item_text.title'])
    .executeTakeFirstOrThrow()
  const path = itemPath({ ...item, kind: item.kind as Row<'item'>['kind'], title: item.title! })
  return encodeURI(`/${item.lang}${path}`)
}
