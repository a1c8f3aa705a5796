import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import { wrotePublicly } from '../collectivities/place.server.ts'
import { visibleSpace } from '../items/visibility.server.ts'
import { foldName } from '../reference/territories.server.ts'
import { isMember, type Viewer } from '../users/viewer.ts'

const LONGEST = 200

type Named = { kind: 'person' | 'space'; ref: string; name: string }

/**
 * Keeps a name so that it is found by the beginning of any of its words. Takes the transaction of
 * the change itself, and the id of the person or space.
 */
export async function indexName(trx: Db, { kind, ref, name }: Named) {
  await trx.deleteFrom('search_name').where('ref', '=', ref).execute()
  const words = foldName(name).split(' ').filter(Boolean)
  const beginnings = words.map((_, from) => words.slice(from).join(' ').slice(0, LONGEST))
  const rows = [...new Set(beginnings)].map((folded) => ({ folded, kind, ref }))
  if (rows.length > 0) await trx.insertInto('search_name').values(rows).execute()
}

/** Keeps all names anew. */
export async function indexNames(trx: Db) {
  await trx.deleteFrom('search_name').execute()
  const people = await trx.selectFrom('user').select(['id as ref', 'name']).execute()
  const spaces = await trx.selectFrom('space').select(['id as ref', 'name']).execute()
  for (const person of people) await indexName(trx, { kind: 'person', ...person })
  for (const space of spaces) await indexName(trx, { kind: 'space', ...space })
}

/** The spaces that the viewer may see whose name has a word that begins with what was typed. */
export async function searchSpaces(db: Db, viewer: Viewer, typed: string, limit = 3) {
  return db
    .selectFrom('space')
    .where('space.id', 'in', named(db, 'space', typed))
    .where(visibleSpace(viewer))
    .orderBy('space.name')
    .limit(limit)
    .select(['space.id', 'space.slug', 'space.name', 'space.lang', 'space.visibility'])
    .execute()
}

/**
 * The people whose name has a word that begins with what was typed: for members all of them, for
 * others those who have written something for everybody.
 */
export async function searchPeople(db: Db, viewer: Viewer, typed: string, limit = 3) {
  return db
    .selectFrom('user')
    .where('user.id', 'in', named(db, 'person', typed))
    .where('user.suspended_at', 'is', null)
    .$if(!isMember(viewer), (qb) => qb.where(wrotePublicly('user.id')))
    .orderBy('user.name')
    .limit(limit)
    .select(['user.id', 'user.handle', 'user.name'])
    .execute()
}

function named(db: Db, kind: Named['kind'], typed: string) {
  const from = foldName(typed)
  return db
    .selectFrom('search_name')
    .where('search_name.kind', '=', kind)
    .where('folded', '>=', from)
    .where('folded', '<', `${from}\u{10FFFF}`)
    .where(sql<boolean>`${from} <> ''`)
    .select('ref')
}
