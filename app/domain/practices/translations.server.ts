import type { Insertable } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang, TranslationTable } from '#db/schema.ts'
import type { Snapshot } from '../items/revisions.server.ts'
import { editTexts, now, sealItem } from '../items/write.server.ts'
import type { ReadableId } from '../items/visibility.server.ts'
import { announceChange } from '../notifications/tellings.server.ts'
import type { SignedIn } from '../users/viewer.ts'
import { compareTexts, type Piece } from './compare.ts'
import { type FoundPractice, lastRevision, listSections } from './find.server.ts'
import { revisionFor } from './parts.ts'
import type { TranslationInput } from './practices.schema.server.ts'
import {
  changedFields,
  type FieldTexts,
  TEXT_FIELDS,
  type TextField,
  textsIn,
  type Translation,
  writtenTexts,
} from './translations.ts'
import { listVersions } from './versions.server.ts'
import { closeWishes } from './wishes.server.ts'

/**
 * Writes a version in another language than the original's: it is up to date then, and looked through by
 * nobody. Whoever brings it up to date is named for it; mending it names nobody else. Takes a
 * transaction, what was found, the language and checked input; a text that changes nothing does nothing.
 */
export async function saveTranslation(
  trx: Db,
  viewer: SignedIn,
  item: FoundPractice,
  { lang, input }: { lang: Lang; input: TranslationInput },
) {
  const version = (await listVersions(trx, item)).find((one) => one.lang === lang)
  const stored = version && (await textsOf(trx, item, lang))
  const known = version?.translation
  const isCurrent = version !== undefined && !known?.changed.length
  const isSame = stored !== undefined && changedFields(stored, input).length === 0
  if (isSame && isCurrent) return
  await editTexts(trx, item.id, lang, writtenTexts(input))
  await sealItem(trx, item.id, viewer.id, input.note)
  const credit =
    isSame || isCurrent
      ? {
          translator_id: known?.translator?.id ?? null,
          translated_at: known?.translated_at ?? null,
        }
      : { translator_id: viewer.id, translated_at: now() }
  await keep(trx, item.id, lang, {
    ...credit,
    revision: await lastRevision(trx, item.id),
    changed: '[]',
    reviewer_id: null,
    reviewed_at: null,
  })
  await closeWishes(trx, viewer, item, lang)
  await announceChange(trx, viewer, item.id)
}

/** Says that a version was compared with its original by somebody who may say so. Takes a transaction. */
export async function reviewTranslation(
  trx: Db,
  viewer: SignedIn,
  { id }: FoundPractice,
  lang: Lang,
) {
  const reviewed = { reviewer_id: viewer.id, reviewed_at: now() }
  const revision = await lastRevision(trx, id)
  const { numUpdatedRows } = await trx
    .updateTable('translation')
    .set(reviewed)
    .where('item_id', '=', id)
    .where('lang', '=', lang)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) await keep(trx, id, lang, { revision, ...reviewed })
}

/**
 * Notes for each version which fields of the original have changed since it was brought up to date.
 * Takes the transaction that has changed the original, and the number of the revision before it, from
 * which a version stands whose own is not known.
 */
export async function noteChanges(trx: Db, { id, lang }: Source, before: number) {
  const versions = await trx
    .selectFrom('item_text')
    .leftJoin('translation', (join) =>
      join
        .onRef('translation.item_id', '=', 'item_text.item_id')
        .onRef('translation.lang', '=', 'item_text.lang'),
    )
    .where('item_text.item_id', '=', id)
    .where('item_text.lang', '<>', lang)
    .select(['item_text.lang', 'translation.revision'])
    .execute()
  if (versions.length === 0 || before === 0) return
  const after = textsIn((await snapshotAt(trx, id, await lastRevision(trx, id)))!, lang)
  for (const version of versions) {
    const revision = version.revision ?? before
    const from = await snapshotAt(trx, id, revision)
    const changed = from ? changedFields(textsIn(from, lang), after) : []
    await keep(trx, id, version.lang, { revision, changed: JSON.stringify(changed) })
  }
}

/** The same after a revision was restored, which nobody has looked through: what has gone is forgotten. */
export async function noteRestored(trx: Db, source: Source, before: number) {
  await trx
    .deleteFrom('translation')
    .where('item_id', '=', source.id)
    .where('lang', 'not in', (eb) =>
      eb.selectFrom('item_text').where('item_id', '=', source.id).select('item_text.lang'),
    )
    .execute()
  await trx
    .updateTable('translation')
    .set({ reviewer_id: null, reviewed_at: null })
    .where('item_id', '=', source.id)
    .execute()
  await noteChanges(trx, source, before)
}

/** What the fields of a practice say in one language, as far as the reader of what was found may know. */
export async function textsOf(db: Db, item: FoundPractice, lang: Lang): Promise<FieldTexts> {
  const version = (await listVersions(db, item)).find((one) => one.lang === lang)
  const sections = await listSections(db, item, lang)
  return textsIn({ texts: version ? [version] : [], sections }, lang)
}

/** How the changed fields of the original have changed since a version was brought up to date. */
export async function listChanges(
  db: Db,
  item: FoundPractice,
  { lang, changed }: Pick<Translation, 'changed'> & { lang: Lang },
): Promise<Partial<Record<TextField, Piece[]>>> {
  if (changed.length === 0) return {}
  const { revision } = await db
    .selectFrom('translation')
    .where('item_id', '=', item.id)
    .where('lang', '=', lang)
    .select('revision')
    .executeTakeFirstOrThrow()
  const from = await snapshotAt(db, item.id, revision)
  if (!from) return {}
  const before = textsIn(revisionFor(item, from), item.lang)
  const after = await textsOf(db, item, item.lang)
  const fields = TEXT_FIELDS.filter((field) => changed.includes(field))
  return Object.fromEntries(
    fields.map((field) => [field, compareTexts(before[field], after[field])]),
  )
}

type Source = { id: ReadableId; lang: Lang }
type Kept = Omit<Insertable<TranslationTable>, 'item_id' | 'lang'>

async function keep(trx: Db, itemId: ReadableId, lang: Lang, values: Kept) {
  await trx
    .insertInto('translation')
    .values({ item_id: itemId, lang, ...values })
    .onConflict((conflict) => conflict.columns(['item_id', 'lang']).doUpdateSet(values))
    .execute()
}

async function snapshotAt(db: Db, itemId: ReadableId, number: number) {
  const row = await db
    .selectFrom('revision')
    .where('item_id', '=', itemId)
    .where('number', '=', number)
    .select('snapshot')
    .executeTakeFirst()
  return row && (JSON.parse(row.snapshot) as Snapshot)
}
