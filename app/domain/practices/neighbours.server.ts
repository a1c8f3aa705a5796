import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { isLinkedTo } from '../challenges/answers.server.ts'
import { cardQuery, inLibrary, listCards } from '../items/cards.server.ts'
import type { Card } from '../items/cards.ts'
import { readable } from '../items/visibility.server.ts'
import { FALLBACKS } from '../languages.ts'
import type { Principle } from '../principles/principles.ts'
import { type Alike, collectivityOf, listAlike, type Shared, weightOf } from '../search/alike.server.ts' // prettier-ignore
import { inOrderOf } from '../search/found-by.server.ts'
import { openIndex } from '../search/opened.server.ts'
import type { Viewer } from '../users/viewer.ts'

/** Why a neighbour is one: a locale key under `neighbours`, and what is shared where it has a name. */
export type Reason = {
  kind: Shared['kind']
  subject?: { text: string; lang: Lang }
  principle?: Principle
}

export type Neighbour = Card & { reason: Reason }

type Of = { id: string; title: string }

const MOST = 4

const WEIGHTS = { challenge: 15, size: 1.5 }

// Of similar size is what has no more than half as many inhabitants again.
const SIMILAR = 1.5

// An answer has to be about a good part of what a challenge is about.
const FEWEST_SUBJECTS = 1 / 3

/**
 * The practices and tools most like one, the likest first, each with what tells most: the same
 * challenge, subjects, where it comes from, principles. Only what the viewer may read counts, as a
 * neighbour and as a reason.
 */
export async function listNeighbours(
  db: Db,
  viewer: Viewer,
  lang: Lang,
  of: Of,
): Promise<Neighbour[]> {
  const index = await openIndex(db, viewer)
  const linked = await weighSameChallenges(db, viewer, of.id)
  const alike = await listAlike(index, of, { challenges: linked })
  const own = collectivityOf(index, of.id)
  return show(db, viewer, lang, likest(await withSize(db, own, alike)))
}

/**
 * The practices and tools that may answer a challenge, of those not linked to it: what is about the
 * same. The likest first, each with what tells most.
 */
export async function listPossibleAnswers(
  db: Db,
  viewer: Viewer,
  lang: Lang,
  of: Of,
): Promise<Neighbour[]> {
  const index = await openIndex(db, viewer)
  const alike = await listAlike(index, of, { subjects: FEWEST_SUBJECTS })
  const own = collectivityOf(index, of.id)
  return show(db, viewer, lang, likest(await withSize(db, own, alike)), of.id)
}

// Of so many of the last answers to each challenge it is told that they answer it too.
const LAST_ANSWERS = 200

// A challenge that the viewer may not read is no reason.
async function weighSameChallenges(db: Db, viewer: Viewer, id: string) {
  const rows = await db
    .selectFrom('challenge_link as ours')
    .innerJoin('challenge_link as theirs', 'theirs.challenge_id', 'ours.challenge_id')
    .innerJoin('item as shared', 'shared.id', 'ours.challenge_id')
    .where('ours.item_id', '=', id)
    .where(readable(viewer, 'shared'))
    .where('shared.hidden_at', 'is', null)
    .where('theirs.is_thread', '=', 0)
    .where(
      sql<boolean>`theirs.listed_at >= (select min(listed_at) from (select last.listed_at
        from challenge_link as last
        cross join item as answer on answer.id = last.item_id and ${readable(viewer, 'answer')}
        where last.challenge_id = ours.challenge_id and last.is_thread = 0
          and last.listed_at is not null
        order by last.listed_at desc limit ${sql.lit(LAST_ANSWERS)}))`,
    )
    .select('theirs.item_id')
    .execute()
  const weights = new Map<string, number>()
  for (const { item_id } of rows) {
    weights.set(item_id, (weights.get(item_id) ?? 0) + WEIGHTS.challenge)
  }
  return weights
}

function likest(alike: Alike[]) {
  return alike
    .map((one) => ({ one, score: weightOf(one.shared) }))
    .sort((a, b) => b.score - a.score || (a.one.at < b.one.at ? 1 : -1))
    .map(({ one }) => one)
}

async function withSize(db: Db, own: string | null, alike: Alike[]): Promise<Alike[]> {
  if (own === null) return alike
  const codes = new Set([own, ...alike.map(({ collectivity }) => collectivity)])
  // Joined in this order each is looked up; SQLite would read all places for a list of some length.
  const { rows } = await sql<{ code: string; population: number | null }>`
    select code, population from json_each(${JSON.stringify([...codes])})
    cross join collectivity on collectivity.code = json_each.value
    where collectivity.kind = 'commune'`.execute(db)
  const sizes = new Map(rows.map(({ code, population }) => [code, population ?? 0]))
  const here = sizes.get(own) ?? 0
  return alike.map((one) => {
    const there = sizes.get(one.collectivity ?? '') ?? 0
    if (one.collectivity === own || !isSimilar(here, there)) return one
    return { ...one, shared: [...one.shared, { kind: 'size', weight: WEIGHTS.size }] }
  })
}

function isSimilar(a: number, b: number) {
  return a > 0 && b > 0 && Math.max(a, b) <= SIMILAR * Math.min(a, b)
}

// The index is a moment older than the texts: what may not be read any more is passed over; so is what
// is linked to a challenge already.
async function show(
  db: Db,
  viewer: Viewer,
  lang: Lang,
  alike: Alike[],
  challengeId?: string,
): Promise<Neighbour[]> {
  const ids = alike.map(({ id }) => id)
  // First which: cards are made of the few that are shown.
  const shown = db
    .selectFrom('item')
    .where('item.id', 'in', ids)
    .where(readable(viewer))
    .where(inLibrary())
    .$if(challengeId !== undefined, (qb) => qb.where((eb) => eb.not(isLinkedTo(challengeId ?? ''))))
    .orderBy(inOrderOf(ids))
    .limit(MOST)
    .select('item.id')
  const cards = await listCards(
    cardQuery(db, viewer, lang).where('item.id', 'in', shown).orderBy(inOrderOf(ids)),
  )
  const reasons = new Map(alike.map(({ id, shared }) => [id, strongest(shared, lang)]))
  return cards.map((card) => ({ ...card, reason: reasons.get(card.id)! }))
}

function strongest(shared: Shared[], lang: Lang): Reason {
  const { kind, concept, principle } = shared.reduce((a, b) => (b.weight > a.weight ? b : a))
  const label = FALLBACKS[lang]
    .map((one) => concept?.labels.find((name) => name.lang === one))
    .find(Boolean)
  return { kind, principle, subject: label && { text: label.text, lang: label.lang } }
}
