import { itemPath } from '#app/domain/items/paths.ts'
import {
  approvePractice,
  type Reviewed,
  returnPractice,
} from '#app/domain/practices/review.server.ts'
import type { SignedIn } from '#app/domain/users/viewer.ts'
import { publicUrl } from '#app/settings.server.ts'
import { type Db, db } from '#db/client.server.ts'
import { mailTo } from './mail.server.ts'

/** Publishes what was submitted and writes to its author; gives undefined when nothing waits there. */
export async function approve(facilitator: SignedIn, id: string) {
  return db.transaction().execute(async (trx) => {
    const item = await approvePractice(trx, facilitator, id)
    if (item) await tell(trx, item, 'practice_published')
    return item
  })
}

/** Gives what was submitted back with a note, and writes to its author; undefined as above. */
export async function giveBack(facilitator: SignedIn, id: string, note: string) {
  return db.transaction().execute(async (trx) => {
    const item = await returnPractice(trx, facilitator, id, note)
    if (item) await tell(trx, item, 'practice_returned', note)
    return item
  })
}

async function tell(trx: Db, item: Reviewed, kind: string, note = '') {
  const { id, author_id, email, lang, name, act } = item
  if (!author_id || !email || !lang || !name) return
  const title = item.title ?? ''
  const path =
    kind === 'practice_published' ? itemPath({ ...item, title }) : `/practices/${id}/edit`
  const values = { title, note, name, url: `${publicUrl()}/${lang}${encodeURI(path)}` }
  await mailTo(trx, { id: author_id, email, lang }, kind, values, { item: id, act })
}
