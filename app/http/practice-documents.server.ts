import type { AppLoadContext } from '@remix-run/node'
import { listFiles } from '#app/domain/files/files.server.ts'
import type { FoundPractice } from '#app/domain/practices/find.server.ts'
import type { PracticeView } from '#app/domain/practices/view.ts'
import type { Lang } from '#db/schema.ts'
import { db } from '#db/client.server.ts'
import { requireTries, tellToWait } from './limit.server.ts'
import { type Paper, paperOf } from './practice-paper.server.ts'
import { type Format, printPaper } from './print.server.ts'

type Args = { request: Request; context: AppLoadContext }
type Shown = { item: FoundPractice; practice: PracticeView; lang: Lang }

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The documents that a practice can be had as, to be read on paper or taken further. */
export const DOCUMENTS = {
  pdf: { type: 'application/pdf', extension: 'pdf', write: writtenAs('pdf') },
  docx: { type: WORD, extension: 'docx', write: writtenAs('docx') },
} as const

/**
 * What a document holds of a practice that the viewer of the request may read; throws the answer 429 when
 * they had too many.
 */
export async function paperFor(args: Args, { item, practice, lang }: Shown) {
  const { viewer, ip } = args.context
  await requireTries(args, ['document', viewer?.id ?? ip])
  const files = await listFiles(db, viewer, item.id)
  return paperOf({ id: item.id, state: item.state, practice, files, lang })
}

function writtenAs(format: Format) {
  return async (paper: Paper, { context }: Args) =>
    (await printPaper(paper, format)) ?? tellToWait(context)
}
