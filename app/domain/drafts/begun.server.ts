import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { cardQuery } from '../items/cards.server.ts'
import { visibleSpace } from '../items/visibility.server.ts'
import { isLang } from '../languages.ts'
import { PRACTICE_SECTIONS } from '../practices/practices.limits.ts'
import { firstWords } from '../text/markdown.server.ts'
import type { SignedIn } from '../users/viewer.ts'
import { type About, type Begun, fits, formPath } from './begun.ts'
import { type DraftPlace, readKey } from './keys.ts'

const SHOWN = 30
const WORDS_MAX = 100

// The fields of the forms that hold text, apart from the title: the first with something in it shows.
const TEXTS = ['body', 'outcome', 'summary', ...PRACTICE_SECTIONS]

/**
 * The texts that the viewer has begun and not sent, the one typed last first. What belongs where they may
 * no longer read is left out: the words are their own, but of that place they are told nothing.
 */
export async function listBegun(db: Db, viewer: SignedIn, lang: Lang): Promise<Begun[]> {
  const drafts = (await listKept(db, viewer)).flatMap((row) => {
    const place = readKey(row.form)
    return place ? [{ ...row, place }] : []
  })
  const abouts = await findAbouts(db, viewer, lang, idsIn(drafts, 'about'))
  const spaces = await findSpaces(db, viewer, idsIn(drafts, 'space'))
  return drafts
    .flatMap(({ place, ...draft }) => {
      const about = place.about === undefined ? undefined : abouts.get(place.about)
      const space = place.space === undefined ? undefined : spaces.get(place.space)
      const hidden = (place.about && !about) || (place.space && !space)
      return hidden || !fits(place.form, about) ? [] : [{ draft, place, about, space }]
    })
    .slice(0, SHOWN)
    .map(toBegun)
}

type Kept = Awaited<ReturnType<typeof listKept>>[number]
type Space = { id: string; name: string; slug: string }
type Placed = { draft: Kept; place: DraftPlace; about?: About; space?: Space }

// All of them, which are no more than a hundred: which of them are shown only their places tell.
function listKept(db: Db, viewer: SignedIn) {
  const field = (name: string) =>
    sql`nullif(trim(json_extract(draft.fields, ${sql.lit(`$.${name}[0]`)}), char(9, 10, 13, 32)), '')`
  return db
    .selectFrom('draft')
    .where('draft.user_id', '=', viewer.id)
    .orderBy('draft.updated_at', 'desc')
    .orderBy('draft.form')
    .select(['draft.form', 'draft.updated_at'])
    .select(sql<string | null>`substr(${field('title')}, 1, 320)`.as('title'))
    .select(sql<string | null>`substr(coalesce(${sql.join(TEXTS.map(field))}), 1, 320)`.as('text'))
    .select(sql<string | null>`${field('lang')}`.as('lang'))
    .execute()
}

// The same statement however many there are: what is asked must not tell of places that are closed.
function among(column: string, ids: string[]) {
  return sql<boolean>`${sql.ref(column)} in (select value from json_each(${JSON.stringify(ids)}))`
}

function idsIn(drafts: { place: DraftPlace }[], name: 'about' | 'space') {
  return [...new Set(drafts.flatMap(({ place }) => place[name] ?? []))]
}

// A reply has the title of its thread.
async function findAbouts(db: Db, viewer: SignedIn, lang: Lang, ids: string[]) {
  const found = await findTitled(db, viewer, lang, ids)
  const threadIds = [...new Set(found.flatMap(({ thread_id }) => thread_id ?? []))]
  const threads = threadIds.length ? await findTitled(db, viewer, lang, threadIds) : []
  const titles = new Map(threads.map(({ id, title }) => [id, title]))
  return new Map<string, About>(
    found.map(({ thread_id, ...item }) => [
      item.id,
      { ...item, title: (thread_id ? titles.get(thread_id) : item.title) ?? '' },
    ]),
  )
}

function findTitled(db: Db, viewer: SignedIn, lang: Lang, ids: string[]) {
  return cardQuery(db, viewer, lang)
    .where(among('item.id', ids))
    .select(['item.id', 'item.kind', 'item.thread_id', 'item_text.title', 'item_text.lang'])
    .execute()
}

async function findSpaces(db: Db, viewer: SignedIn, ids: string[]) {
  const found = await db
    .selectFrom('space')
    .where(visibleSpace(viewer))
    .where(among('space.id', ids))
    .select(['space.id', 'space.name', 'space.slug'])
    .execute()
  return new Map<string, Space>(found.map((space) => [space.id, space]))
}

function toBegun({ draft, place, about, space }: Placed): Begun {
  // The form that changes something holds its title, which says nothing of what was typed.
  const title = draft.title === about?.title ? null : draft.title
  const typedIn = isLang(draft.lang) ? draft.lang : place.lang
  return {
    key: draft.form,
    what: whatIs(place, about),
    title: about?.title ?? null,
    space_name: space?.name ?? null,
    words: cut(title ?? firstWords(draft.text ?? '')),
    lang: typedIn ?? (place.form === 'edit' ? about?.lang : undefined),
    savedAt: draft.updated_at,
    to: formPath(place, about, space?.slug),
    // A form that changes one language version is found on the page of that language.
    into: place.lang !== about?.lang ? place.lang : undefined,
  }
}

function whatIs({ form }: DraftPlace, about?: About): Begun['what'] {
  if (form === 'thread' && about) return 'thread_about'
  return form === 'edit' && about?.kind === 'post' ? 'edit_post' : form
}

function cut(words: string) {
  const letters = [...words]
  if (letters.length <= WORDS_MAX) return words
  return `${letters
    .slice(0, WORDS_MAX)
    .join('')
    .replace(/\s+\S{0,20}$/, '')}…`
}
