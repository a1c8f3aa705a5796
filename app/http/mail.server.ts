import { queueMail } from '#app/domain/mail/outbox.server.ts'
import { wordsFor } from '#app/i18n/words.server.ts'
import { publicUrl } from '#app/settings.server.ts'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'

type To = { id: string | null; email: string; lang: Lang }
type About = { item_id?: string; space_id?: string }

/**
 * Writes a mail in its reader's language and puts it into the outbox. `kind` names the words:
 * `mail.<kind>.subject` and `mail.<kind>.body`; `values` fill them. A mail about an item or a space
 * says so, and is sent only if its reader may still see it then.
 */
export async function mailTo(
  trx: Db,
  to: To,
  kind: string,
  values: Record<string, string>,
  { item_id, space_id }: About = {},
) {
  const t = wordsFor(to.lang)
  await queueMail(trx, {
    user_id: to.id,
    recipient: to.email,
    lang: to.lang,
    subject: t(`mail.${kind}.subject`, values).slice(0, 300),
    body: `${t(`mail.${kind}.body`, values)}\n\n${t('mail.foot', { home: `${publicUrl()}/${to.lang}` })}`,
    item_id: item_id ?? null,
    space_id: space_id ?? null,
  })
}
