import type { AppLoadContext } from '@remix-run/node'
import type { FoundImport, Target } from '#app/domain/imports/fields.ts'
import { guessMapping } from '#app/domain/imports/guess.server.ts'
import { READ } from '#app/domain/imports/imports.limits.ts'
import { findImport, keepImport } from '#app/domain/imports/imports.server.ts'
import { readImportFile } from '#app/domain/imports/read-file.server.ts'
import type { SheetContent, TableContent } from '#app/domain/imports/reader/fault.js'
import { sheetOf } from '#app/domain/imports/sheet.server.ts'
import type { SignedIn } from '#app/domain/users/viewer.ts'
import { langOfPath } from '#app/i18n/locales.ts'
import { db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { z } from 'zod'
import { readForm } from './form.server.ts'
import { importWords } from './import-words.server.ts'
import { countTries } from './limit.server.ts'
import { found } from './respond.server.ts'
import { requireMember } from './viewer.server.ts'

type Args = { request: Request; params: { id?: string }; context: AppLoadContext }

/** The import of the address, for its owner alone: for all others it is not there. */
export async function openImport(args: Args) {
  const viewer = await requireMember(args)
  return { viewer, found: found(await findImport(db, viewer, args.params.id ?? '')) }
}

type Taken = { ok: true; id: string } | { ok: false; error: string; status: number }

/** Reads the file of a form and keeps what it says; gives the import, or why there is none. */
export async function takeImport(args: Args, viewer: SignedIn): Promise<Taken> {
  const form = await readForm(args.request, z.object({}))
  const file = form.files.file?.[0]
  if (!file) return refused('files.errors.none')
  if (await countTries(args.context, ['upload', viewer.id]))
    return refused('files.errors.wait', 429)
  const read = await readImportFile(new Uint8Array(await file.arrayBuffer()))
  if (!read.ok)
    return refused(`practices.import.faults.${read.fault}`, read.fault === 'busy' ? 503 : 422)
  const content = 'blocks' in read.content ? sheetTable(read.content) : fileTable(read.content)
  if ('fault' in content) return refused(`practices.import.faults.${content.fault}`)
  const page = langOfPath(new URL(args.request.url).pathname)
  const lang = langOfText(
    content.rows.flatMap(({ cells }) => cells),
    page,
  )
  const given = { ...content, lang, name: nameOf(file.name) }
  const id = await db.transaction().execute((trx) => keepImport(trx, viewer, given))
  return { ok: true, id }
}

type Content = Pick<FoundImport, 'form' | 'columns' | 'mapping' | 'unread' | 'read_as'> & {
  rows: { number: number; cells: string[] }[]
}

function fileTable({ columns, rows, readAs, left }: TableContent): Content {
  const mapping = guessMapping(columns, importWords())
  return { form: 'table', columns, mapping, rows, read_as: readAs, unread: left }
}

function sheetTable({ blocks, pictures }: SheetContent): Content | { fault: string } {
  const { columns, cells, mapping } = sheetOf(blocks, importWords())
  if (columns.length > READ.columns) return { fault: 'parts' }
  if (cells.some(({ length }) => length > READ.cell)) return { fault: 'cell' }
  const unread = pictures ? [`pictures:${pictures}`] : []
  const rows = [{ number: 1, cells }]
  return { form: 'sheet', columns: columns.map((name) => name.slice(0, 300)), mapping, rows, read_as: '', unread } // prettier-ignore
}

// In which letters most of it is written; of those in Latin letters, the page's language.
function langOfText(cells: string[], page: Lang): Lang {
  const text = cells.join(' ').slice(0, 20_000)
  const count = (letters: RegExp) => text.match(letters)?.length ?? 0
  const [arabic, tifinagh, latin] = [count(/[\u0600-\u06ff]/g), count(/[\u2d30-\u2d7f]/g), count(/[a-z]/gi)] // prettier-ignore
  if (tifinagh > arabic && tifinagh > latin) return 'zgh'
  if (arabic > latin) return 'ar'
  return page === 'en' ? 'en' : 'fr'
}

function nameOf(name: string) {
  return (
    name
      .toWellFormed()
      .replace(/[\p{Cc}/\\]+/gu, ' ')
      .trim() || 'import'
  )
}

function refused(error: string, status = 422): Taken {
  return { ok: false, error, status }
}

/** A target as a form names it; anything else is kept. */
export function targetsOf(
  typed: string[],
  columns: string[],
  isTarget: (value: unknown) => value is Target,
) {
  return columns.map((_, at): Target => (isTarget(typed[at]) ? typed[at] : 'rest'))
}
