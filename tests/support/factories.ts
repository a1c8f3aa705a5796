import { stepSchema } from '#app/domain/adoptions/adoptions.schema.server.ts'
import { addStep } from '#app/domain/adoptions/steps.server.ts'
import {
  insertItem,
  publishItem,
  sealItem,
  setChallenges,
  setPrinciples,
  setTags,
} from '#app/domain/items/write.server.ts'
import { giveConsent } from '#app/domain/personal-data/consents.server.ts'
import { indexThread } from '#app/domain/search/index.server.ts'
import type { ReadableId } from '#app/domain/items/visibility.server.ts'
import { findViewer } from '#app/domain/users/users.server.ts'
import type { SignedIn } from '#app/domain/users/viewer.ts'
import { db } from '#db/client.server.ts'
import { newId } from '#db/id.ts'
import type { Lang, Row } from '#db/schema.ts'

/** The one collectivity that most tests need; made once for a test file. */
export async function aCollectivity(given: Partial<Row<'collectivity'>> = {}) {
  const place = {
    code: '16.001.01.01',
    kind: 'commune' as const,
    name_ar: 'جماعة المثال',
    name_fr: 'Commune Exemple',
    slug: 'commune-exemple',
    ...given,
  }
  await db
    .insertInto('collectivity')
    .values(place)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return place
}

type Person = Partial<Row<'user'>> & { seat?: string | true }

/** An account that has accepted the notice; with `seat` also a confirmed seat of focal point, in that collectivity. */
export async function aUser({ seat, ...given }: Person = {}): Promise<
  SignedIn & { email: string }
> {
  const id = newId()
  const email = given.email ?? `${id}@example.org`
  await db
    .insertInto('user')
    .values({
      id,
      handle: `u-${id}`,
      name: `Person ${id}`,
      email,
      email_confirmed_at: new Date().toISOString(),
      ...given,
    })
    .execute()
  await giveConsent(db, id)
  if (seat) await aSeat(id, seat === true ? (await aCollectivity()).code : seat)
  return { ...(await findViewer(db, id))!, email }
}

/** A member of the network: an account with a confirmed seat. */
export function aMember(given: Person = {}) {
  return aUser({ seat: true, ...given })
}

export async function aSeat(userId: string, code: string) {
  const id = newId()
  const confirmed_at = new Date().toISOString()
  await db
    .insertInto('seat')
    .values({ id, user_id: userId, collectivity_code: code, function: 'focal_point', confirmed_at })
    .execute()
  return id
}

type Access = Pick<Row<'space'>, 'visibility'> & { name?: string }

/** A space with these people in it, the first as its owner. */
export async function aSpace(
  { visibility, name = 'A space' }: Access,
  people: { id: string }[] = [],
) {
  const id = newId() as ReadableId
  const joining = visibility === 'private' ? 'invitation' : 'request'
  const space = { id, slug: `space-${id}`, name, visibility, joining, lang: 'fr' } as const
  await db.insertInto('space').values(space).execute()
  for (const [index, { id: user_id }] of people.entries()) {
    const role = index === 0 ? ('owner' as const) : ('member' as const)
    await db.insertInto('space_member').values({ space_id: id, user_id, role }).execute()
  }
  return space
}

type Given = {
  author?: SignedIn
  space?: { id: string }
  title?: string
  body?: string
  summary?: string
  lang?: Lang
  state?: Row<'item'>['state']
}

export function aChallenge({ body = 'What makes it hard', ...given }: Given = {}) {
  return anItem('challenge', { sections: { body }, ...given }, (trx, id) =>
    trx.insertInto('challenge').values({ item_id: id }).execute(),
  )
}

export function aThread({
  body = 'The question',
  challenge,
  ...given
}: Given & { challenge?: string } = {}) {
  return anItem('thread', { sections: { body }, ...given }, async (trx, id) => {
    await trx.insertInto('thread').values({ item_id: id, form: 'question' }).execute()
    if (challenge) await setChallenges(trx, id, [challenge], null)
  })
}

export function aPost(thread: { id: string; space_id?: string | null }, given: Given = {}) {
  const { body = 'A reply', ...rest } = given
  const around = { thread_id: thread.id, space_id: thread.space_id ?? null, title: null }
  return anItem('post', { sections: { body }, ...around, ...rest }, async (trx) => {
    await trx
      .updateTable('thread')
      .set((eb) => ({ reply_count: eb('reply_count', '+', 1) }))
      .where('item_id', '=', thread.id)
      .execute()
  })
}

export async function aPractice(
  given: Given & {
    kind?: 'practice' | 'tool'
    collectivity?: string
    principles?: string[]
    challenges?: string[]
  } = {},
) {
  const { kind = 'practice', principles = [], challenges = [], ...rest } = given
  const { collectivity, body = 'First, then second', ...item } = rest
  const collectivity_code = collectivity ?? (await aCollectivity()).code
  return anItem(
    kind,
    { sections: { steps: body, lessons: 'A lesson' }, ...item },
    async (trx, id) => {
      await trx
        .insertInto('practice')
        .values({ item_id: id, collectivity_code, stage: 'running' })
        .execute()
      await setPrinciples(trx, id, principles)
      await setChallenges(trx, id, challenges, null)
    },
  )
}

/**
 * A step of what the collectivity of its author's seat made of a practice, as its form would add it;
 * `from` is the step of another's adoption that it was taken over from.
 */
export async function aStep(
  practice: { id: ReadableId; space_id: string | null },
  { author, space, texts, from, ...given }: Stepped,
) {
  const [seat] = author.seats
  const input = stepSchema.parse({ status: 'running', happened_on: '2026-01-02', lang: 'fr', ...texts, ...given }) // prettier-ignore
  const around = { id: practice.id, space_id: space?.id ?? practice.space_id }
  const origin = from && (await adoptionOf(from.id))
  const id = await db
    .transaction()
    .execute((trx) => addStep(trx, author, around, { seat: seat!, input, from: origin ?? null }))
  return { id: id as ReadableId, space_id: around.space_id, title: '' }
}

type Stepped = {
  author: SignedIn
  space?: { id: string }
  texts?: Record<string, string>
  status?: string
  happened_on?: string
  from?: { id: string }
}

async function adoptionOf(stepId: string) {
  const query = db.selectFrom('adoption_step').where('item_id', '=', stepId).select('adoption_id')
  return (await query.executeTakeFirstOrThrow()).adoption_id
}

/** Changes the row of an item as no page does: the day it was published, hidden without a word. */
export async function changeItem(id: string, values: Partial<Row<'item'>>) {
  await db.transaction().execute(async (trx) => {
    await trx.updateTable('item').set(values).where('id', '=', id).execute()
    await indexThread(trx, id)
  })
}

/** Files items under a tag, or under several, and no other. */
export async function fileUnder(tags: { id: string } | { id: string }[], items: { id: string }[]) {
  await db.transaction().execute(async (trx) => {
    for (const { id } of items) {
      await setTags(
        trx,
        id,
        [tags].flat().map((tag) => tag.id),
      )
      await sealItem(trx, id, null)
    }
  })
}

/** A collection of these items, in this order, each with its note. */
export function aCollection({
  body = 'What it is for',
  entries = [],
  ...given
}: Given & { entries?: Entry[] } = {}) {
  return anItem('collection', { sections: { body }, ...given }, (trx, id) =>
    collect(id, entries, trx),
  )
}

type Entry = { id: string; note?: string; position?: number }

/** Puts items into a collection as its page would, whoever may read them. */
export async function collect(collection_id: string, entries: Entry[], trx = db) {
  for (const [index, { id, note = null, position = index + 1 }] of entries.entries()) {
    const about = { note, note_lang: note === null ? null : ('fr' as const) }
    const row = { collection_id, item_id: id, position, ...about }
    await trx.insertInto('collection_entry').values(row).execute()
  }
}

/** An event of two days, with these presentations. */
export function anEvent({
  body = 'What it was about',
  starts_on = '2024-11-12',
  presentations = [],
  ...given
}: Given & { starts_on?: string; presentations?: Presented[] } = {}) {
  return anItem('event', { sections: { body }, ...given }, async (trx, id) => {
    const row = { item_id: id, place: 'Saïdia', starts_on, ends_on: null }
    await trx.insertInto('event').values(row).execute()
    for (const one of presentations) await present(id, one, trx)
  })
}

type Presented = Partial<Row<'presentation'>> & { practices?: { id: string }[] }

/** Lists a presentation as the page of its event would, with what tells of it, whoever may read that. */
export async function present(
  event_id: string,
  { practices = [], ...given }: Presented = {},
  trx = db,
) {
  const { code } = await aCollectivity()
  const row = { id: newId(), title: 'A presentation', lang: 'fr' as const, collectivity_code: code }
  await trx
    .insertInto('presentation')
    .values({ event_id, ...row, ...given })
    .execute()
  for (const { id } of practices) {
    const link = { presentation_id: given.id ?? row.id, practice_id: id }
    await trx.insertInto('presentation_practice').values(link).execute()
  }
  return { id: given.id ?? row.id }
}

type Whole = Omit<Given, 'title'> & {
  title?: string | null
  thread_id?: string
  space_id?: string | null
  sections: Record<string, string>
}

async function anItem(
  kind: Row<'item'>['kind'],
  {
    author,
    space,
    title = 'A title',
    summary,
    lang = 'fr',
    state = 'published',
    sections,
    ...rest
  }: Whole,
  more: (trx: typeof db, id: string) => Promise<unknown>,
) {
  const space_id = space?.id ?? rest.space_id ?? null
  return db.transaction().execute(async (trx) => {
    const row = {
      kind,
      lang,
      state,
      space_id,
      thread_id: rest.thread_id,
      author_id: author?.id ?? null,
    }
    const id = await insertItem(
      trx,
      { ...row, seat_id: author?.seats[0]?.id },
      { title, summary, sections },
    )
    await more(trx, id)
    if (state === 'published') await publishItem(trx, id)
    await sealItem(trx, id, author?.id ?? null)
    return { id: id as ReadableId, space_id, title: title ?? '' }
  })
}
