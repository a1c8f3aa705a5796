import { queueMail } from '#app/domain/mail/outbox.server.ts'
import { wordsFor } from '#app/i18n/words.server.ts'
import { publicUrl } from '#app/settings.server.ts'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'

type To = { id: string | null; email: string; lang: Lang }

/** The item or the space that a mail is about, and the act of the audit log that it tells of. */
type About = { item?: string; space?: string; act?: string }

/**
 * Writes a mail in its reader's language and puts it into the outbox. `kind` names the words:
 * `mail.<kind>.subject` and `mail.<kind>.body`; `values` fill them. A mail about an item or a space
 * names it, and is sent only if its reader may still see it then; a mail about an act is sent once that
 * can no longer be undone.
 */
export async function mailTo(
  trx: Db,
  to: To,
  kind: string,
  values: Record<string, string>,
  about: About = {},
) {
  await queueMail(trx, mailOf(to, kind, values, about))
}

/** The same mail before it is in the outbox, for many at once. */
export function mailOf(to: To, kind: string, values: Record<string, string>, about: About) {
  const t = wordsFor(to.lang)
  return {
    user_id: to.id,
    recipient: to.email,
    lang: to.lang,
    subject: t(`mail.${kind}.subject`, values).slice(0, 300),
    body: bodyOf(to.lang, t(`mail.${kind}.body`, values)),
    item_id: about.item ?? null,
    space_id: about.space ?? null,
    act_id: about.act ?? null,
  }
}

/** The whole text of a mail: what it says, and who sends it. */
export function bodyOf(lang: Lang, text: string) {
  return `${text}\n\n${wordsFor(lang)('mail.foot', { home: `${publicUrl()}/${lang}` })}`
}
