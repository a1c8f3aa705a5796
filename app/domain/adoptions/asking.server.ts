import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import { newId } from '#db/id.ts'
import type { Lang, Row } from '#db/schema.ts'
import { inTurn } from '../in-turn.server.ts'
import { bestLang } from '../items/cards.server.ts'
import { readable } from '../items/visibility.server.ts'
import { findViewer } from '../users/users.server.ts'
import type { SignedIn } from '../users/viewer.ts'
import { ASKED_AFTER } from './adoptions.limits.ts'
import type { About } from './asks.server.ts'

/** Who is asked: a holder of the seat, with what they may read, in their language. */
export type Asked = {
  id: string
  name: string
  /** Null where its owner has not confirmed it. */
  email: string | null
  lang: Lang
  /** `presented`: what their collectivity presented at the event that `item` is. */
  about: About | 'presented'
  item: { id: string; kind: Row<'item'>['kind']; title: string }
}

/** Writes to somebody who is asked, in the transaction that asks. */
export type TellAsked = (trx: Db, asked: Asked) => Promise<void>

/** What is to be asked of a seat: a collectivity and a function there, whoever holds it. */
export type Due = {
  item_id: string
  collectivity_code: string
  function: string
  about: About
  due_on: string
}

/**
 * Asks the seats that planned to take something up how far they have come, three and twelve months
 * later, each once; not those that have said so since. A job calls it now and then.
 */
export async function askAdopters(db: Db, tell: TellAsked, now = new Date()) {
  for (const about of ['planned_12', 'planned_3'] as const) {
    for (const due of await listDue(db, about, now)) {
      await inTurn(() => askSeat(db, due, tell))
    }
  }
}

/**
 * Asks a seat once: notes it for its home page and writes to those who hold it today and may read what
 * it is about. While there is nobody, nothing is asked.
 */
export async function askSeat(db: Db, due: Due, tell: TellAsked) {
  await db.transaction().execute(async (trx) => {
    const people = await holdersWhoRead(trx, due)
    if (people.length === 0) return
    // One question at a time: a later one says all that an earlier one asked.
    await trx
      .updateTable('ask')
      .set({ answered_at: new Date().toISOString() })
      .where('item_id', '=', due.item_id)
      .where('collectivity_code', '=', due.collectivity_code)
      .where('answered_at', 'is', null)
      .execute()
    await trx
      .insertInto('ask')
      .values({ id: newId(), ...due })
      .execute()
    for (const person of people) await tell(trx, person)
  })
}

/**
 * Who holds a seat of a collectivity today, with their address where they have confirmed it: that of a
 * function, or any.
 */
export async function listHolders(
  trx: Db,
  { collectivity_code, function: held }: { collectivity_code: string; function?: string },
) {
  const today = new Date().toISOString().slice(0, 10)
  const holders = await trx
    .selectFrom('seat')
    .innerJoin('user', 'user.id', 'seat.user_id')
    .where('seat.collectivity_code', '=', collectivity_code)
    .$if(held !== undefined, (qb) =>
      qb.where('seat.function', '=', held as Row<'seat'>['function']),
    )
    .where('seat.confirmed_at', 'is not', null)
    .where('user.suspended_at', 'is', null)
    .where((eb) => eb.or([eb('seat.ends_on', 'is', null), eb('seat.ends_on', '>=', today)]))
    .where((eb) => eb.or([eb('seat.starts_on', 'is', null), eb('seat.starts_on', '<=', today)]))
    .select(['user.id', 'user.email'])
    .distinct()
    .execute()
  const people: { viewer: SignedIn; email: string | null }[] = []
  for (const { id, email } of holders) {
    const viewer = await findViewer(trx, id)
    if (viewer) people.push({ viewer, email: viewer.email_confirmed ? email : null })
  }
  return people
}

/** What somebody is asked about, with its title in their language, if they may read it. */
export function findReadable(trx: Db, viewer: SignedIn, id: string) {
  return trx
    .selectFrom('item')
    .innerJoin('item_text', (join) =>
      join
        .onRef('item_text.item_id', '=', 'item.id')
        .on('item_text.lang', '=', bestLang(viewer.lang)),
    )
    .where('item.id', '=', id)
    .where('item.hidden_at', 'is', null)
    .where('item.state', '=', 'published')
    .where(readable(viewer))
    .select(['item.id', 'item.kind'])
    .select(sql<string>`coalesce(item_text.title, '')`.as('title'))
    .executeTakeFirst()
}

// Whatever was said since makes the question needless; so does the later of two that are due at once.
async function listDue(db: Db, about: keyof typeof ASKED_AFTER, now: Date) {
  const today = now.toISOString().slice(0, 10)
  const shown = sql`from adoption_step as step join item as shown on shown.id = step.item_id
    where step.adoption_id = adoption.id and shown.hidden_at is null`
  const after = `+${ASKED_AFTER[about]} months`
  const { rows } = await sql<Omit<Due, 'about'>>`select * from (
    select adoption.practice_id as item_id, adoption.collectivity_code,
      (select date(min(step.happened_on), ${after}) ${shown} and step.status = 'planned') as due_on,
      (select max(shown.published_at) ${shown}) as said_at,
      (select chair.function from adoption_step as step join item as shown on shown.id = step.item_id
        join seat as chair on chair.id = shown.seat_id where step.adoption_id = adoption.id
        and shown.hidden_at is null order by shown.published_at desc limit 1) as function
    from adoption
    where adoption.status in ('interested', 'planned', 'adapting', 'running')
      and not exists (select 1 from ask where ask.item_id = adoption.practice_id
        and ask.collectivity_code = adoption.collectivity_code
        and ask.about in (${about}, 'planned_12')))
    where due_on <= ${today} and said_at < due_on and function is not null`.execute(db)
  return rows.map(({ item_id, collectivity_code, function: held, due_on }): Due => ({
    ...{ item_id, collectivity_code, function: held, due_on },
    about,
  }))
}

async function holdersWhoRead(trx: Db, due: Due) {
  const people: Asked[] = []
  for (const { viewer, email } of await listHolders(trx, due)) {
    const item = await findReadable(trx, viewer, due.item_id)
    const { id, name, lang } = viewer
    if (item) people.push({ id, name, email, lang, about: due.about, item })
  }
  return people
}
