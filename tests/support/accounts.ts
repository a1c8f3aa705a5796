import { hashPassword } from '#app/domain/users/passwords.server.ts'
import { db } from '#db/client.server.ts'
import type { Row } from '#db/schema.ts'

/** The mails that wait for an address, the newest first. */
export function mailsTo(recipient: string) {
  return db
    .selectFrom('mail')
    .where('recipient', '=', recipient)
    .orderBy('created_at', 'desc')
    .selectAll()
    .execute()
}

/** The link in a mail that leads to a page, as a path. */
export function linkIn({ body }: Pick<Row<'mail'>, 'body'>, page: string) {
  const url = body.split(/\s/).find((word) => word.startsWith('http') && word.includes(page))
  if (!url) throw new Error(`no link to ${page} in:\n${body}`)
  const { pathname, search } = new URL(url)
  return pathname + search
}

/** The session that an answer opens, as a browser would send it back. */
export function cookieOf(answer: Response) {
  return cookieNamed(answer, 'multaqa_session')
}

/** One cookie that an answer sets, as a browser would send it back; empty when it sets none. */
export function cookieNamed(answer: Response, name: string) {
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]!)
  return cookies.find((cookie) => cookie.startsWith(`${name}=`)) ?? ''
}

export function passwordOf(password: string) {
  return hashPassword(password)
}
