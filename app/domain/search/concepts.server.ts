import type { Db } from '#db/client.server.ts'
import { newId } from '#db/id.ts'
import type { Lang } from '#db/schema.ts'
import { slugify } from '../items/paths.ts'
import { labelFields, labelRows, unspoken } from '../labels/labels.server.ts'
import type { LabelsInput } from '../labels/labels.schema.server.ts'
import { FALLBACKS } from '../languages.ts'
import { record } from '../moderation/audit.server.ts'
import type { SignedIn } from '../users/viewer.ts'

type Concept = { id: string; slug: string }
type Result = { slug: string; errors?: undefined } | { errors: Record<string, string> }

// Taken by pages of their own under /moderation/thesaurus.
const RESERVED = ['new']

/**
 * Adds a concept with its labels: a search for one of them finds the others. Takes a facilitator and
 * the form's input; gives its address, or the errors by field: a first name that a tag or another
 * concept has in the same language.
 */
export function addConcept(db: Db, viewer: SignedIn, input: LabelsInput): Promise<Result> {
  return db.transaction().execute(async (trx) => {
    const concept = { id: newId(), slug: await freeSlug(trx, slugify(input.label_en)) }
    const errors = await findProblems(trx, input, concept.id)
    if (errors) return { errors }
    await trx.insertInto('concept').values(concept).execute()
    await writeLabels(trx, concept.id, input)
    await log(trx, viewer, 'concept_added', concept)
    return { slug: concept.slug }
  })
}

/** Changes a concept's labels; its address stays. Takes and gives what `addConcept` does. */
export function editConcept(
  db: Db,
  viewer: SignedIn,
  { id, slug }: Concept,
  input: LabelsInput,
): Promise<Result> {
  return db.transaction().execute(async (trx) => {
    const errors = await findProblems(trx, input, id)
    if (errors) return { errors }
    await trx.deleteFrom('concept_label').where('concept_id', '=', id).execute()
    await writeLabels(trx, id, input)
    await log(trx, viewer, 'concept_edited', { id, slug })
    return { slug }
  })
}

/** Takes a concept away: each of its labels then finds only itself. Takes a facilitator. */
export async function deleteConcept(db: Db, viewer: SignedIn, { id, slug }: Concept) {
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom('concept').where('id', '=', id).execute()
    await log(trx, viewer, 'concept_deleted', { id, slug })
  })
}

/** A concept by its address, with its labels and what it is called in the reader's language. */
export async function findConcept(db: Db, slug: string, lang: Lang) {
  const concept = await db
    .selectFrom('concept')
    .where('slug', '=', slug)
    .select(['id', 'slug'])
    .executeTakeFirst()
  if (!concept) return undefined
  const labels = await db
    .selectFrom('concept_label')
    .where('concept_id', '=', concept.id)
    .orderBy('label')
    .select(['lang', 'label', 'preferred'])
    .execute()
  const called = FALLBACKS[lang].flatMap((one) =>
    labels.filter((row) => row.lang === one && row.preferred),
  )
  return { ...concept, name: called[0]?.label ?? slug, fields: labelFields(labels) }
}

async function freeSlug(trx: Db, wanted: string) {
  let slug = wanted
  for (let more = 2; RESERVED.includes(slug) || (await isUsed(trx, slug)); more++) {
    slug = `${wanted}-${more}`
  }
  return slug
}

async function isUsed(trx: Db, slug: string) {
  const one = await trx
    .selectFrom('concept')
    .where('slug', '=', slug)
    .select('id')
    .executeTakeFirst()
  return one !== undefined
}

// A word may be the name of several things; two of the same first name are most likely one.
async function findProblems(trx: Db, input: LabelsInput, id: string) {
  const errors = unspoken(input)
  const rows = labelRows(input).filter(({ preferred }) => preferred)
  const taken = await namesOfOthers(
    trx,
    rows.map(({ folded }) => folded),
    id,
  )
  for (const { lang, folded } of rows) {
    if (!taken.some((other) => other.lang === lang && other.folded === folded)) continue
    errors[`label_${lang}`] = 'thesaurus.errors.label'
  }
  return Object.keys(errors).length ? errors : undefined
}

async function namesOfOthers(trx: Db, folded: string[], id: string) {
  if (folded.length === 0) return []
  return trx
    .selectFrom('tag_label')
    .where('folded', 'in', folded)
    .where('preferred', '=', 1)
    .select(['lang', 'folded'])
    .unionAll(
      trx
        .selectFrom('concept_label')
        .where('folded', 'in', folded)
        .where('preferred', '=', 1)
        .where('concept_id', '<>', id)
        .select(['lang', 'folded']),
    )
    .execute()
}

async function writeLabels(trx: Db, conceptId: string, input: LabelsInput) {
  const rows = labelRows(input).map((row) => ({ ...row, concept_id: conceptId }))
  await trx.insertInto('concept_label').values(rows).execute()
}

async function log(trx: Db, viewer: SignedIn, verb: string, { id, slug }: Concept) {
  await record(trx, viewer, { verb, subject: { kind: 'concept', id }, detail: { slug } })
  await trx
    .insertInto('concept_by_hand')
    .values({ slug })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
