import { askPath } from '#app/domain/adoptions/ask-path.ts'
import type { Asked } from '#app/domain/adoptions/asking.server.ts'
import { findChoice } from '#app/domain/mail/choice.server.ts'
import { queueMail } from '#app/domain/mail/outbox.server.ts'
import { publicUrl } from '#app/settings.server.ts'
import type { Db } from '#db/client.server.ts'
import { mailOf } from './mail.server.ts'

/**
 * Writes to a holder of a seat what it is asked, unless they want no mail; it is sent only if they may
 * still read what it is about. Their home page asks it either way.
 */
export async function mailAsk(trx: Db, { item, about, email, ...person }: Asked) {
  if (!email || (await findChoice(trx, person)) === 'none') return
  const link = `${publicUrl()}/${person.lang}${askPath({ about, item_id: item.id })}`
  const values = { name: person.name, title: item.title, link }
  const mail = mailOf({ ...person, email }, `ask_${about}`, values, { item: item.id })
  await queueMail(trx, { ...mail, choosable: 1 })
}
