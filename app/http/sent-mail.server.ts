import { SUMMED } from '#app/domain/mail/choice.ts'
import { findChoiceAndKey } from '#app/domain/mail/choice.server.ts'
import { settledBy } from '#app/domain/mail/daily.server.ts'
import type { DueMail } from '#app/domain/mail/due.server.ts'
import { listNews } from '#app/domain/notifications/list.server.ts'
import { findViewer } from '#app/domain/users/users.server.ts'
import { notificationPath, notificationSentence } from '#app/i18n/notifications.ts'
import { wordsFor } from '#app/i18n/words.server.ts'
import { publicUrl } from '#app/settings.server.ts'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { bodyOf } from './mail.server.ts'

/**
 * A mail as it is sent: a daily one is written now, of what its reader has not read and may read; one that
 * they may do without says where that is chosen, at `stop`. Undefined when there is nothing to tell any
 * more, or they chose to do without since.
 */
export async function writeOut(db: Db, mail: DueMail, now = new Date()) {
  const told_until = settledBy(now)
  if (!mail.choosable || mail.user_id === null) return { ...mail, told_until, stop: null }
  const { choice, key } = await findChoiceAndKey(db, { id: mail.user_id })
  if (choice === 'none') return undefined
  const { sums_since } = mail
  const period = sums_since === null ? null : { since: sums_since, until: told_until }
  const body = period ? await newsOf(db, mail, period) : mail.body
  const stop = `${publicUrl()}/${mail.lang}/mails?key=${key}`
  const foot = wordsFor(mail.lang)('mail.choice', { link: stop })
  return body === undefined ? undefined : { ...mail, body: `${body}\n\n${foot}`, told_until, stop }
}

/** The subject of a daily mail. */
export function dailySubject(lang: Lang) {
  return wordsFor(lang)('mail.daily.subject')
}

type Period = { since: string; until: string }

async function newsOf(db: Db, { user_id, lang }: DueMail, period: Period) {
  const viewer = user_id === null ? undefined : await findViewer(db, user_id)
  if (!viewer) return undefined
  const { rows, next } = await listNews(db, viewer, lang, { ...period, kinds: SUMMED })
  if (rows.length === 0) return undefined
  const t = wordsFor(lang)
  const at = (path: string) => `${publicUrl()}/${lang}${encodeURI(path)}`
  const lines = rows
    .map((told) => `${notificationSentence(told, t)}\n${at(notificationPath(told))}`)
    .join('\n\n')
  const link = at('/notifications')
  const rest = t(next ? 'mail.daily.more' : 'mail.daily.all', { link })
  return bodyOf(lang, `${t('mail.daily.lead', { name: viewer.name })}\n\n${lines}\n\n${rest}`)
}
