import { randomBytes } from 'node:crypto'
import type { Db } from '#db/client.server.ts'
import { newId } from '#db/id.ts'
import type { Row } from '#db/schema.ts'
import { slugify } from '../items/paths.ts'
import { lately } from '../items/sent.server.ts'
import { visibleSpace } from '../items/visibility.server.ts'
import { now } from '../items/write.server.ts'
import { record } from '../moderation/audit.server.ts'
import { indexName } from '../search/names.server.ts'
import type { SignedIn } from '../users/viewer.ts'
import type { FoundSpace } from './spaces.server.ts'

type Given = Pick<Row<'space'>, 'name' | 'purpose' | 'lang' | 'visibility' | 'joining'>

/**
 * Makes a space with the viewer as its owner; gives its id and address, or those of the same one when its form
 * was sent twice. The caller has asked `canCreateSpace`.
 */
export async function createSpace(db: Db, viewer: SignedIn, given: Given) {
  return db.transaction().execute(async (trx) => {
    const sent = await findSame(trx, viewer, given)
    if (sent) return sent
    const space = { id: newId(), slug: newSlug(given.name), ...given, created_by: viewer.id }
    await trx.insertInto('space').values(space).execute()
    await indexName(trx, { kind: 'space', ref: space.id, name: space.name })
    const owner = { space_id: space.id, user_id: viewer.id, role: 'owner' as const }
    await trx.insertInto('space_member').values(owner).execute()
    const subject = { kind: 'space', id: space.id }
    await record(trx, viewer, { verb: 'space_created', subject, space_id: space.id })
    return space
  })
}

function findSame(trx: Db, viewer: SignedIn, { name, purpose, visibility, joining }: Given) {
  return trx
    .selectFrom('space_member')
    .innerJoin('space', 'space.id', 'space_member.space_id')
    .where('space_member.user_id', '=', viewer.id)
    .where('space.created_by', '=', viewer.id)
    .where('space.created_at', '>', lately())
    .where('space.archived_at', 'is', null)
    .where((eb) => eb.and({ name, purpose, visibility, joining }))
    .where(visibleSpace(viewer))
    .select(['space.id', 'space.slug'])
    .executeTakeFirst()
}

/** Changes what a space is called, is for, and who may read and join it. The caller has asked `canOwnSpace`. */
export async function editSpace(db: Db, viewer: SignedIn, space: FoundSpace, given: Given) {
  await db.transaction().execute(async (trx) => {
    await trx.updateTable('space').set(given).where('id', '=', space.id).execute()
    await indexName(trx, { kind: 'space', ref: space.id, name: given.name })
    // Nobody waits at a door that has closed.
    if (given.joining !== 'request') {
      await trx.deleteFrom('space_request').where('space_id', '=', space.id).execute()
    }
    const about = { subject: { kind: 'space', id: space.id }, space_id: space.id }
    if (given.visibility !== space.visibility) {
      const detail = { from: space.visibility, to: given.visibility }
      await record(trx, viewer, { verb: 'space_visibility_changed', ...about, detail })
    }
    await record(trx, viewer, { verb: 'space_edited', ...about })
  })
}

/** Closes a space for writing, or opens it again; it stays readable to those who could read it. */
export async function archiveSpace(db: Db, viewer: SignedIn, space: FoundSpace, archive: boolean) {
  await db.transaction().execute(async (trx) => {
    const archived_at = archive ? now() : null
    await trx.updateTable('space').set({ archived_at }).where('id', '=', space.id).execute()
    const verb = archive ? 'space_archived' : 'space_reopened'
    const subject = { kind: 'space', id: space.id }
    await record(trx, viewer, { verb, subject, space_id: space.id })
  })
}

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

// Four random letters: a name that is taken by a hidden space gives no different answer.
function newSlug(name: string) {
  const end = Array.from(randomBytes(4), (byte) => ALPHABET[byte % 32]).join('')
  return `${slugify(name)}-${end}`
}
