import {
  type DueMail,
  dropMail,
  listDueMails,
  markSent,
  maySend,
  postpone,
} from '#app/domain/mail/due.server.ts'
import { writeOut } from '#app/http/sent-mail.server.ts'
import { db } from '#db/client.server.ts'
import { logger } from './logger.server.ts'
import { messageOf } from './message.server.ts'
import type { Deliver } from './transport.server.ts'

const BATCH = 20

// Why one is not sent after all.
const NOT_SENT = 'its reader may no longer read it, or wants no such mail'

/**
 * Sends the mails whose time has come, a small batch of them. Whoever may no longer read what a
 * mail tells of doesn't get it. When the mail server can't be reached the rest waits.
 */
export async function sendDueMails(deliver: Deliver, now = new Date()) {
  for (const mail of await listDueMails(db, BATCH, now)) {
    const written = await write(mail, now)
    if (written && !(await send(written, deliver, now))) return
  }
}

// Null for one that is not sent, and for one that cannot be written, which may not keep up all others.
async function write(mail: DueMail, now: Date) {
  try {
    const written = (await maySend(db, mail)) && (await writeOut(db, mail, now))
    if (written) return written
    await dropMail(db, mail.id, NOT_SENT)
  } catch (error) {
    logger.error({ err: error, mail: mail.id }, 'a mail could not be written')
    await postpone(db, mail, 'it could not be written', now)
  }
  return null
}

// False when no server answers, and so there is no point in trying the next one now.
async function send(
  mail: NonNullable<Awaited<ReturnType<typeof writeOut>>>,
  deliver: Deliver,
  now: Date,
) {
  try {
    await deliver(messageOf(mail))
    await markSent(db, mail)
    return true
  } catch (error) {
    await postpone(db, mail, error instanceof Error ? error.message : String(error), now)
    // The error itself names the reader, whose address has no place in a log.
    const { code, responseCode } = error as { code?: string; responseCode?: number }
    logger.warn(
      { code, responseCode, mail: mail.id, tries: mail.tries + 1 },
      'a mail was not taken',
    )
    return responseCode !== undefined
  }
}
