import type { Db } from '#db/client.server.ts'
import { newId } from '#db/id.ts'
import type { Lang } from '#db/schema.ts'
import { slugify } from '../items/paths.ts'
import { labelFields, labelRows, unspoken } from '../labels/labels.server.ts'
import { record } from '../moderation/audit.server.ts'
import { outdateIndex, trustIndex } from '../search/index.server.ts'
import type { SignedIn } from '../users/viewer.ts'
import { indexTagged } from './items.server.ts'
import type { TagInput } from './tags.schema.server.ts'
import { listBranch } from './tree.server.ts'

type Result = { slug: string; errors?: undefined } | { errors: Record<string, string> }

// Taken by pages of their own under /tags.
const RESERVED = ['new']

/**
 * Adds a concept with its labels. Takes a facilitator and the form's input; gives its address, or
 * the errors by field: a label or an address that another tag has, a parent that is none.
 */
export function addTag(db: Db, viewer: SignedIn, input: TagInput): Promise<Result> {
  return db.transaction().execute(async (trx) => {
    const id = newId()
    const slug = slugify(input.slug || input.label_en)
    const errors = await findProblems(trx, input, { id, slug })
    if (errors) return { errors }
    await trx
      .insertInto('tag')
      .values({ id, slug, parent_id: input.parent || null })
      .execute()
    await writeLabels(trx, id, input)
    await log(trx, viewer, 'tag_added', id, { slug })
    return { slug }
  })
}

/**
 * Changes a concept's labels, address and place; the address before leads to the new one. Takes
 * and gives what `addTag` does. What is filed under it is found by its new labels.
 */
export async function editTag(
  db: Db,
  viewer: SignedIn,
  tag: { id: string; slug: string },
  input: TagInput,
): Promise<Result> {
  const { id } = tag
  const slug = slugify(input.slug || tag.slug)
  const changed = await db.transaction().execute(async (trx) => {
    const errors = await findProblems(trx, input, { id, slug })
    if (errors) return { errors }
    await moveAddress(trx, { id, from: tag.slug, to: slug })
    await trx
      .updateTable('tag')
      .set({ slug, parent_id: input.parent || null })
      .where('id', '=', id)
      .execute()
    await trx.deleteFrom('tag_label').where('tag_id', '=', id).execute()
    await writeLabels(trx, id, input)
    await log(trx, viewer, 'tag_edited', id, { from: tag.slug, to: slug })
    return { outdated: await outdateIndex(trx) }
  })
  if (changed.errors) return changed
  await indexTagged(db, id)
  await trustIndex(db, changed.outdated)
  return { slug }
}

/** A tag's labels as its form shows them. */
export async function readLabels(db: Db, tagId: string) {
  const labels = await db
    .selectFrom('tag_label')
    .where('tag_id', '=', tagId)
    .orderBy('label')
    .select(['lang', 'label', 'preferred'])
    .execute()
  return labelFields(labels)
}

type Target = { id: string; slug: string }

async function findProblems(trx: Db, input: TagInput, { id, slug }: Target) {
  const errors = unspoken(input)
  for (const { lang, folded, preferred } of labelRows(input)) {
    if (preferred && (await isTaken(trx, { id, lang, folded }))) {
      errors[`label_${lang}`] = 'tags.errors.label'
    }
  }
  if (!(await isFree(trx, { id, slug }))) errors.slug = 'tags.errors.slug'
  if (input.parent && !(await mayHold(trx, id, input.parent))) errors.parent = 'tags.errors.parent'
  return Object.keys(errors).length ? errors : undefined
}

type Name = { id: string; lang: Lang; folded: string }

async function isTaken(trx: Db, { id, lang, folded }: Name) {
  const other = await trx
    .selectFrom('tag_label')
    .where('folded', '=', folded)
    .where('lang', '=', lang)
    .where('preferred', '=', 1)
    .where('tag_id', '<>', id)
    .select('tag_id')
    .executeTakeFirst()
  return other !== undefined
}

async function isFree(trx: Db, { id, slug }: Target) {
  if (slug === '-' || RESERVED.includes(slug)) return false
  const now = await trx.selectFrom('tag').where('slug', '=', slug).select('id').executeTakeFirst()
  const former = await trx
    .selectFrom('tag_former_slug')
    .where('slug', '=', slug)
    .select('tag_id as id')
    .executeTakeFirst()
  return [now, former].every((other) => !other || other.id === id)
}

async function mayHold(trx: Db, id: string, parentId: string) {
  const parent = await trx
    .selectFrom('tag')
    .where('id', '=', parentId)
    .select('id')
    .executeTakeFirst()
  return parent !== undefined && !(await listBranch(trx, id)).has(parentId)
}

async function moveAddress(trx: Db, { id, from, to }: { id: string; from: string; to: string }) {
  if (from === to) return
  await trx.deleteFrom('tag_former_slug').where('slug', '=', to).execute()
  await trx.insertInto('tag_former_slug').values({ slug: from, tag_id: id }).execute()
}

async function writeLabels(trx: Db, tagId: string, input: TagInput) {
  const rows = labelRows(input).map((row) => ({ ...row, tag_id: tagId }))
  await trx.insertInto('tag_label').values(rows).execute()
}

async function log(
  trx: Db,
  viewer: SignedIn,
  verb: string,
  id: string,
  detail: Record<string, unknown>,
) {
  await record(trx, viewer, { verb, subject: { kind: 'tag', id }, detail })
}
