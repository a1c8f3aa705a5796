import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Database } from '#db/schema.ts'
import { inTurn } from '../in-turn.server.ts'
import { DAYS_KEPT, type Kept } from './retention.ts'

const DAY = 86_400_000
const BATCH = 500
/** How many rows are looked at before others have their turn. */
export const LOOKED_AT = 2000

type Rule = {
  table: keyof Database
  /** What the table is gone through by, where its rows have no numbers. */
  key?: string[]
  since: RawBuilder<unknown>
}

// Whose rows, and the time from which the days are counted: rows that have none are kept.
// Accounts that nobody uses go another way: see unused-accounts.server.ts.
const RULES: Record<Exclude<Kept, 'unused_account'>, Rule> = {
  session: { table: 'session', since: sql`expires_at` },
  device: { table: 'device', key: ['user_id', 'hash'], since: sql`last_seen_at` },
  token: { table: 'token', since: sql`expires_at` },
  half_sign_in: { table: 'half_sign_in', since: sql`expires_at` },
  passkey_challenge: { table: 'passkey_challenge', since: sql`expires_at` },
  try: { table: 'try', key: ['key'], since: sql`resets_at` },
  kept_form: { table: 'kept_form', since: sql`expires_at` },
  unconfirmed_account: {
    table: 'user',
    since: sql`iif(email_confirmed_at is null
    and not exists (select 1 from seat where seat.user_id = user.id), created_at, null)`,
  },
  mail: { table: 'mail', since: sql`coalesce(sent_at, failed_at)` },
  undo: { table: 'undo', since: sql`expires_at` },
  notification_read: { table: 'notification', since: sql`read_at` },
  notification: { table: 'notification', since: sql`created_at` },
  invitation: { table: 'space_invitation', since: sql`expires_at` },
  attestation_request: {
    table: 'attestation_request',
    since: sql`coalesce(answered_at, expires_at)`,
  },
  refused_seat: { table: 'seat', since: sql`refused_at` },
  report: { table: 'report', since: sql`settled_at` },
  loose_file: { table: 'file', since: sql`iif(item_id is null, created_at, null)` },
  practice_import: { table: 'practice_import', since: sql`created_at` },
  search_miss: { table: 'search_miss', key: ['words', 'lang', 'day'], since: sql`day` },
  audit: { table: 'audit', since: sql`created_at` },
}

/**
 * Removes everything that has been kept for as long as it may be (`DAYS_KEPT`). It looks at a few
 * thousand rows at a time and removes a few hundred of them at most, so that nobody waits for it. A job
 * calls it now and then.
 */
export async function forgetOld(db: Db, now = new Date()) {
  for (const [kept, rule] of Object.entries(RULES) as [keyof typeof RULES, Rule][]) {
    const before = new Date(now.getTime() - DAYS_KEPT[kept] * DAY).toISOString()
    let after: Place | undefined = []
    while (after) after = await inTurn(() => forgetPart(db, rule, before, after!))
  }
}

// The key of the row after which a part begins; empty: at the start.
type Place = unknown[]

// Gives where to go on.
async function forgetPart(db: Db, rule: Rule, before: string, after: Place) {
  const { table, key = ['rowid'], since } = rule
  const columns = sql.join(key.map((name) => sql.ref(name)))
  const rest = after.length > 0 ? sql`(${columns}) > (${sql.join(after)})` : sql`true`
  const { rows } = await sql<Record<string, unknown>>`select ${columns} from ${sql.table(table)}
    where ${rest} order by ${columns} limit 1 offset ${LOOKED_AT - 1}`.execute(db)
  const end = rows[0] && key.map((name) => rows[0]![name])
  const part = end ? sql`${rest} and (${columns}) <= (${sql.join(end)})` : rest
  const { numAffectedRows } = await sql`delete from ${sql.table(table)} where (${columns}) in
    (select ${columns} from ${sql.table(table)} where ${part} and ${since} <= ${before}
    limit ${BATCH})`.execute(db)
  return numAffectedRows === BigInt(BATCH) ? after : end
}
