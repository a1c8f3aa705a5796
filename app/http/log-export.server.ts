import { itemPath } from '#app/domain/items/paths.ts'
import { readCursor } from '#app/domain/items/page.ts'
import { record } from '#app/domain/moderation/audit.server.ts'
import type { LogEntry, LogFilter } from '#app/domain/moderation/log.ts'
import { listLog } from '#app/domain/moderation/log.server.ts'
import type { SignedIn } from '#app/domain/users/viewer.ts'
import { wordsFor } from '#app/i18n/words.server.ts'
import { publicUrl } from '#app/settings.server.ts'
import { db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { csvAnswer, csvLine } from './csv.server.ts'

const PART = 500
const COLUMNS = ['when', 'verb', 'what', 'actor', 'kind', 'id', 'name', 'reason', 'part', 'device', 'detail'] // prettier-ignore

/** The log, narrowed, as a CSV file: what the viewer may read of it. That it was taken is on record. */
export async function exportLog(viewer: SignedIn, lang: Lang, filter: LogFilter) {
  const subject = { kind: 'user', id: viewer.id }
  await record(db, viewer, { verb: 'log_exported', subject, detail: { filter } })
  return csvAnswer('log.csv', linesOf(viewer, lang, filter))
}

async function* linesOf(viewer: SignedIn, lang: Lang, filter: LogFilter) {
  const t = wordsFor(lang)
  yield csvLine(COLUMNS.map((column) => t(`moderation.log.columns.${column}`)))
  let next: string | null = null
  do {
    const before = readCursor(next)
    const page = await listLog(db, viewer, lang, { ...filter, before, limit: PART })
    yield page.rows.map((entry) => csvLine(cellsOf(entry, lang))).join('')
    next = page.next
  } while (next)
}

function cellsOf(entry: LogEntry, lang: Lang) {
  const { reason, ...rest } = entry.detail
  return [
    entry.created_at,
    entry.verb,
    wordsFor(lang)(`audit.${entry.verb}`),
    entry.actor_handle,
    entry.subject_kind,
    entry.subject_id,
    nameOf(entry, lang),
    typeof reason === 'string' ? reason : '',
    entry.part,
    entry.device,
    Object.keys(rest).length ? JSON.stringify(rest) : '',
  ]
}

function nameOf(entry: LogEntry, lang: Lang) {
  const { item_id: id, item_kind: kind, item_title, thread_id, person_handle } = entry
  if (id && kind) {
    const path = itemPath({ id, kind, title: item_title ?? '', thread_id })
    return `${publicUrl()}/${lang}${path}`
  }
  return person_handle ?? entry.tag ?? entry.concept ?? entry.name_fr ?? entry.space ?? ''
}
