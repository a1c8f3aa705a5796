import type { Db } from '#db/client.server.ts'
import { findChoice } from '../mail/choice.server.ts'
import { listPasskeys } from '../users/passkeys.server.ts'
import { findTotp } from '../users/second-factor.server.ts'
import { listSessions } from '../users/sessions.server.ts'
import type { SignedIn } from '../users/viewer.ts'
import { listConsents } from './consents.server.ts'

/** The account of a person, with what they want by mail, what they accepted and the seats they hold or asked for. */
export async function accountOf(db: Db, viewer: SignedIn) {
  const account = await db
    .selectFrom('user')
    .where('id', '=', viewer.id)
    .select([
      'handle',
      'name',
      'email',
      'email_confirmed_at',
      'lang',
      'about',
      'role',
      'created_at',
    ])
    .executeTakeFirstOrThrow()
  const seats = await db
    .selectFrom('seat')
    .where('user_id', '=', viewer.id)
    .orderBy('created_at')
    .select(['function', 'collectivity_code', 'note', 'starts_on', 'ends_on', 'created_at'])
    .select(['confirmed_at', 'refused_at', 'refused_reason'])
    .execute()
  const mails = await findChoice(db, viewer)
  return { account, mails, consents: await listConsents(db, viewer.id), seats }
}

/** Where and how a person signs in, and the mails they were sent: no secret, and no key. */
export async function signInsOf(db: Db, viewer: SignedIn) {
  const sessions = await listSessions(db, viewer)
  const passkeys = await listPasskeys(db, viewer.id)
  const app = await findTotp(db, viewer.id)
  return {
    sessions: sessions.map(({ id: _, ...session }) => session),
    browsers: await db
      .selectFrom('device')
      .where('user_id', '=', viewer.id)
      .select(['created_at', 'last_seen_at'])
      .execute(),
    passkeys: passkeys.map(({ name, created_at, last_used_at }) => ({
      name,
      created_at,
      last_used_at,
    })),
    app_confirmed_at: app?.confirmed_at ?? null,
    mails: await db
      .selectFrom('mail')
      .where('user_id', '=', viewer.id)
      .orderBy('created_at')
      .select(['created_at', 'sent_at', 'failed_at'])
      .execute(),
  }
}
