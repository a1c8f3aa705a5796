import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Database } from '#db/schema.ts'
import { inTurn } from '../in-turn.server.ts'
import { DAYS_KEPT, type Kept } from './retention.ts'

const DAY = 86_400_000
const BATCH = 500

type Rule = { table: keyof Database; key: string[]; since: RawBuilder<unknown> }

// Whose rows, and the time from which the days are counted: rows that have none are kept.
// Accounts that nobody uses go another way: see unused-accounts.server.ts.
const RULES: Record<Exclude<Kept, 'unused_account'>, Rule> = {
  session: { table: 'session', key: ['id'], since: sql`expires_at` },
  device: { table: 'device', key: ['user_id', 'hash'], since: sql`last_seen_at` },
  token: { table: 'token', key: ['hash'], since: sql`expires_at` },
  half_sign_in: { table: 'half_sign_in', key: ['hash'], since: sql`expires_at` },
  passkey_challenge: { table: 'passkey_challenge', key: ['hash'], since: sql`expires_at` },
  try: { table: 'try', key: ['key'], since: sql`resets_at` },
  kept_form: { table: 'kept_form', key: ['hash'], since: sql`expires_at` },
  unconfirmed_account: {
    table: 'user',
    key: ['id'],
    since: sql`iif(email_confirmed_at is null
    and not exists (select 1 from seat where seat.user_id = user.id), created_at, null)`,
  },
  mail: { table: 'mail', key: ['id'], since: sql`coalesce(sent_at, failed_at)` },
  undo: { table: 'undo', key: ['act_id'], since: sql`expires_at` },
  notification_read: { table: 'notification', key: ['id'], since: sql`read_at` },
  notification: { table: 'notification', key: ['id'], since: sql`created_at` },
  invitation: { table: 'space_invitation', key: ['id'], since: sql`expires_at` },
  attestation_request: {
    table: 'attestation_request',
    key: ['id'],
    since: sql`coalesce(answered_at, expires_at)`,
  },
  refused_seat: { table: 'seat', key: ['id'], since: sql`refused_at` },
  report: { table: 'report', key: ['id'], since: sql`settled_at` },
  loose_file: { table: 'file', key: ['id'], since: sql`iif(item_id is null, created_at, null)` },
  practice_import: { table: 'practice_import', key: ['id'], since: sql`created_at` },
  search_miss: { table: 'search_miss', key: ['words', 'lang', 'day'], since: sql`day` },
  audit: { table: 'audit', key: ['id'], since: sql`created_at` },
}

/**
 * Removes everything that has been kept for as long as it may be (`DAYS_KEPT`), a few hundred rows at
 * a time, so that nobody waits for it. A job calls it now and then.
 */
export async function forgetOld(db: Db, now = new Date()) {
  for (const [kept, rule] of Object.entries(RULES) as [keyof typeof RULES, Rule][]) {
    const before = new Date(now.getTime() - DAYS_KEPT[kept] * DAY).toISOString()
    while ((await inTurn(() => forgetSome(db, rule, before))) === BATCH);
  }
}

async function forgetSome(db: Db, { table, key, since }: Rule, before: string) {
  const columns = sql.join(key.map((name) => sql.ref(name)))
  const { numAffectedRows } = await sql`delete from ${sql.table(table)} where (${columns}) in
    (select ${columns} from ${sql.table(table)} where ${since} <= ${before} limit ${BATCH})`.execute(
    db,
  )
  return Number(numAffectedRows)
}
