import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import { listTopics } from '../follows/topics.server.ts'
import { inOpenSpace, readable, visibleSpace } from '../items/visibility.server.ts'
import type { SignedIn } from '../users/viewer.ts'
import { accountOf, signInsOf } from './account.server.ts'
import { addressed } from './addressed.ts'
import { draftsOf } from './drafts.server.ts'

/**
 * What is kept of a person beside their texts and files (law 09-08, article 7), as plain data. Of
 * others it holds nothing, and of a space that they have left only what they did themselves: what
 * they marked is named by its address, as long as they may read it.
 */
export async function copyOf(db: Db, viewer: SignedIn) {
  return {
    ...(await accountOf(db, viewer)),
    sign_ins: await signInsOf(db, viewer),
    spaces: await spacesOf(db, viewer),
    bookmarks: await bookmarksOf(db, viewer),
    bookmark_folders: await foldersOf(db, viewer),
    follows: await marked(db, viewer, 'follow'),
    follows_topics: (await listTopics(db, viewer, viewer.lang)).map(({ path }) => path),
    reactions: await reactionsOf(db, viewer),
    co_author_of: await marked(db, viewer, 'co_author'),
    asked_for_credit: await askedOf(db, viewer),
    asked_to_confirm: await askedToConfirm(db, viewer),
    translated: await translatedBy(db, viewer, 'translator_id'),
    reviewed_translations: await translatedBy(db, viewer, 'reviewer_id'),
    asked_for_translations: await wishesOf(db, viewer),
    put_into_collections: await collectedBy(db, viewer),
    reports: await reportsOf(db, viewer),
    notifications: await notificationsOf(db, viewer),
    saved_searches: await savedBy(db, viewer),
    drafts: await draftsOf(db, viewer),
    imports: await importsOf(db, viewer),
    log: await logOf(db, viewer),
  }
}

async function spacesOf(db: Db, viewer: SignedIn) {
  const members = db
    .selectFrom('space_member')
    .innerJoin('space', 'space.id', 'space_member.space_id')
    .where('space_member.user_id', '=', viewer.id)
    .where(visibleSpace(viewer))
    .select(['space.slug', 'space_member.role', 'space_member.joined_at'])
  const requests = db
    .selectFrom('space_request')
    .innerJoin('space', 'space.id', 'space_request.space_id')
    .where('space_request.user_id', '=', viewer.id)
    .where(visibleSpace(viewer))
    .select(['space.slug', 'space_request.note', 'space_request.created_at'])
  return { member_of: await members.execute(), asked_to_join: await requests.execute() }
}

async function bookmarksOf(db: Db, viewer: SignedIn) {
  const rows = await db
    .selectFrom('bookmark as mark')
    .innerJoin('item', 'item.id', 'mark.item_id')
    .leftJoin('bookmark_folder', 'bookmark_folder.id', 'mark.folder_id')
    .where('mark.user_id', '=', viewer.id)
    .where(readable(viewer))
    .orderBy('mark.created_at')
    .select(['item.id', 'item.kind', 'item.thread_id', 'mark.created_at'])
    .select('bookmark_folder.name as folder')
    .execute()
  return rows.map(addressed)
}

function foldersOf(db: Db, viewer: SignedIn) {
  return db
    .selectFrom('bookmark_folder')
    .where('user_id', '=', viewer.id)
    .orderBy('name')
    .select(['name', 'created_at'])
    .execute()
}

async function marked(db: Db, viewer: SignedIn, table: 'follow' | 'co_author') {
  const rows = await db
    .selectFrom(`${table as 'follow'} as mark`)
    .innerJoin('item', 'item.id', 'mark.item_id')
    .where('mark.user_id', '=', viewer.id)
    .where(readable(viewer))
    .orderBy('mark.created_at')
    .select(['item.id', 'item.kind', 'item.thread_id', 'mark.created_at'])
    .execute()
  return rows.map(addressed)
}

// Which practice it is may be a draft of another's: only that one was asked, and what one said.
function askedOf(db: Db, viewer: SignedIn) {
  return db
    .selectFrom('practice_contributor')
    .where('user_id', '=', viewer.id)
    .select(['state', 'asked_at', 'answered_at'])
    .execute()
}

// What they asked a collectivity to confirm; whom, and what was answered in which name, is another's.
async function askedToConfirm(db: Db, viewer: SignedIn) {
  const rows = await db
    .selectFrom('attestation_request as request')
    .innerJoin('item', 'item.id', 'request.item_id')
    .where('request.asked_by', '=', viewer.id)
    .where(readable(viewer))
    .orderBy('request.asked_at')
    .select(['item.id', 'item.kind', 'item.thread_id', 'request.asked_at'])
    .select(['request.answered_at', 'request.answer'])
    .execute()
  return rows.map(addressed)
}

async function translatedBy(db: Db, viewer: SignedIn, role: 'translator_id' | 'reviewer_id') {
  const rows = await db
    .selectFrom('translation')
    .innerJoin('item', 'item.id', 'translation.item_id')
    .where(`translation.${role}`, '=', viewer.id)
    .where(readable(viewer))
    .select(['item.id', 'item.kind', 'item.thread_id'])
    .select(['translation.lang', 'translation.translated_at', 'translation.reviewed_at'])
    .execute()
  return rows.map(addressed)
}

async function wishesOf(db: Db, viewer: SignedIn) {
  const rows = await db
    .selectFrom('translation_wish as wish')
    .innerJoin('item', 'item.id', 'wish.item_id')
    .innerJoin('seat', 'seat.id', 'wish.seat_id')
    .where('seat.user_id', '=', viewer.id)
    .where(readable(viewer))
    .select(['item.id', 'item.kind', 'item.thread_id', 'wish.lang', 'wish.created_at'])
    .execute()
  return rows.map(addressed)
}

// The words are theirs whatever became of what they are about.
async function collectedBy(db: Db, viewer: SignedIn) {
  const rows = await db
    .selectFrom('collection_entry as entry')
    .leftJoin('item', (join) => join.onRef('item.id', '=', 'entry.item_id').on(readable(viewer)))
    .where('entry.added_by', '=', viewer.id)
    .orderBy('entry.created_at')
    .select(['item.id', 'item.kind', 'item.thread_id', 'entry.note', 'entry.created_at'])
    .execute()
  return rows.map(addressed)
}

async function reactionsOf(db: Db, viewer: SignedIn) {
  const rows = await db
    .selectFrom('reaction')
    .innerJoin('item', 'item.id', 'reaction.item_id')
    .where('reaction.user_id', '=', viewer.id)
    .where(readable(viewer))
    .orderBy('reaction.created_at')
    .select(['item.id', 'item.kind', 'item.thread_id', 'reaction.meaning', 'reaction.created_at'])
    .execute()
  return rows.map(addressed)
}

async function reportsOf(db: Db, viewer: SignedIn) {
  const rows = await db
    .selectFrom('report')
    .leftJoin('item', (join) => join.onRef('item.id', '=', 'report.item_id').on(readable(viewer)))
    .where('report.reporter_id', '=', viewer.id)
    .orderBy('report.created_at')
    .select(['report.reason', 'report.note', 'report.created_at', 'report.settled_at'])
    .select(['report.settlement', 'item.id', 'item.kind', 'item.thread_id'])
    .execute()
  return rows.map(addressed)
}

async function notificationsOf(db: Db, viewer: SignedIn) {
  const rows = await db
    .selectFrom('notification')
    .leftJoin('item', (join) =>
      join.onRef('item.id', '=', 'notification.item_id').on(readable(viewer)),
    )
    .where('notification.user_id', '=', viewer.id)
    .where(inOpenSpace(viewer, 'notification'))
    .orderBy('notification.created_at')
    .select(['notification.kind as about', 'notification.created_at', 'notification.read_at'])
    .select(['item.id', 'item.kind', 'item.thread_id'])
    .execute()
  return rows.map(addressed)
}

function savedBy(db: Db, viewer: SignedIn) {
  return db
    .selectFrom('saved_search')
    .where('user_id', '=', viewer.id)
    .orderBy('created_at')
    .select(['query', 'created_at'])
    .execute()
}

// What they brought in files and was not made anything of yet, as it was read.
async function importsOf(db: Db, viewer: SignedIn) {
  const rows = await db
    .selectFrom('practice_import')
    .innerJoin('practice_import_row as row', 'row.import_id', 'practice_import.id')
    .where('practice_import.user_id', '=', viewer.id)
    .orderBy('practice_import.created_at')
    .orderBy('practice_import.id')
    .orderBy('row.position')
    .select(['name', 'columns', 'created_at', 'row.position', 'row.cells'])
    .execute()
  return rows.map(({ columns, cells, ...row }) => ({
    ...row,
    columns: JSON.parse(columns) as string[],
    cells: JSON.parse(cells) as string[],
  }))
}

// What they did, and what was done to their account; who did that, or to whom they did it, is another's.
function logOf(db: Db, viewer: SignedIn) {
  return db
    .selectFrom('audit')
    .where((eb) => eb.or([eb('actor_id', '=', viewer.id), sql<boolean>`subject_id = ${viewer.id}`]))
    .where(inOpenSpace(viewer, 'audit'))
    .orderBy('created_at')
    .orderBy('id')
    .select(['created_at', 'verb', 'subject_kind'])
    .select(sql<0 | 1>`actor_id is ${viewer.id}`.as('own_act'))
    .execute()
}
