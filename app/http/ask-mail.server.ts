import { askPath } from '#app/domain/adoptions/ask-path.ts'
import type { Asked } from '#app/domain/adoptions/asking.server.ts'
import { publicUrl } from '#app/settings.server.ts'
import type { Db } from '#db/client.server.ts'
import { mailTo } from './mail.server.ts'

/** Writes to a holder of a seat what it is asked; it is sent only if they may still read what it is about. */
export async function mailAsk(trx: Db, { item, about, email, ...person }: Asked) {
  if (!email) return
  const link = `${publicUrl()}/${person.lang}${askPath({ about, item_id: item.id })}`
  const values = { name: person.name, title: item.title, link }
  await mailTo(trx, { ...person, email }, `ask_${about}`, values, { item: item.id })
}
