import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import { newId } from '#db/id.ts'
import { record } from '../moderation/audit.server.ts'
import type { SignedIn } from '../users/viewer.ts'

/** The regions in their official order, each with how many of its collectivities are members. */
export function listRegionsWithMembers(db: Db) {
  return db
    .selectFrom('collectivity as region')
    .where('region.kind', '=', 'region')
    .orderBy('region.code')
    .select(['region.code', 'region.name_ar', 'region.name_fr', 'region.population'])
    .select(
      sql<number>`(select count(distinct membership.collectivity_code) from membership
        join collectivity as member on member.code = membership.collectivity_code
        where ${current()} and (member.code = region.code or member.region_code = region.code))`.as(
        'members',
      ),
    )
    .execute()
}

/** How many collectivities are members of the network today. */
export async function countMembers(db: Db) {
  const { count } = await db
    .selectFrom('membership')
    .where(current())
    .select(sql<number>`count(distinct collectivity_code)`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** The members of the network, regions first; those of one region, or all. */
export function listMembers(db: Db, region?: string) {
  return db
    .selectFrom('membership')
    .innerJoin('collectivity', 'collectivity.code', 'membership.collectivity_code')
    .where(current())
    .$if(region !== undefined, (qb) =>
      qb.where((eb) =>
        eb.or([
          eb('collectivity.code', '=', region ?? ''),
          eb('collectivity.region_code', '=', region ?? ''),
        ]),
      ),
    )
    .orderBy(sql`length(collectivity.code)`)
    .orderBy('collectivity.code')
    .select(['collectivity.code', 'collectivity.kind'])
    .select(['collectivity.name_ar', 'collectivity.name_fr', 'collectivity.region_code'])
    .select(['membership.joined_on', 'membership.wave'])
    .execute()
}

/** A collectivity's memberships, the latest first, each with whether it lasts. */
export async function listMemberships(db: Db, code: string) {
  const rows = await db
    .selectFrom('membership')
    .where('collectivity_code', '=', code)
    .orderBy(sql`left_on is null`, 'desc')
    .orderBy('left_on', 'desc')
    .select(['id', 'joined_on', 'wave', 'left_on', 'source_url'])
    .select(current().as('is_current'))
    .execute()
  return rows.map((row) => ({ ...row, is_current: Boolean(row.is_current) }))
}

/** Holds for a collectivity that is a member of the network today. Takes the name the query gives the table. */
export function isMemberNow(place: string) {
  return sql<0 | 1>`exists (select 1 from membership
    where membership.collectivity_code = ${sql.ref(`${place}.code`)} and ${current()})`
}

type Joining = { joined_on: string; wave: number | null; source_url: string | null }

/** Records that a collectivity joined; gives false when its membership is open already. */
export function recordJoining(db: Db, viewer: SignedIn, code: string, joining: Joining) {
  return db.transaction().execute(async (trx) => {
    if (await findOpen(trx, code)) return false
    const id = newId()
    await trx
      .insertInto('membership')
      .values({ id, collectivity_code: code, ...joining })
      .execute()
    await log(trx, viewer, 'membership_joined', { code, on: joining.joined_on })
    return true
  })
}

/** Records that a member left; gives false when it is none, or would leave before it joined. */
export function recordLeaving(db: Db, viewer: SignedIn, code: string, left_on: string) {
  return db.transaction().execute(async (trx) => {
    const open = await findOpen(trx, code)
    if (!open || (open.joined_on !== null && open.joined_on > left_on)) return false
    await trx.updateTable('membership').set({ left_on }).where('id', '=', open.id).execute()
    await log(trx, viewer, 'membership_left', { code, on: left_on })
    return true
  })
}

function findOpen(trx: Db, code: string) {
  return trx
    .selectFrom('membership')
    .where('collectivity_code', '=', code)
    .where('left_on', 'is', null)
    .select(['id', 'joined_on'])
    .executeTakeFirst()
}

// Membership is a dated record: whoever leaves is no member from that day on.
function current() {
  const today = new Date().toISOString().slice(0, 10)
  return sql<boolean>`(membership.left_on is null or membership.left_on > ${today})`
}

async function log(trx: Db, viewer: SignedIn, verb: string, { code, on }: Record<string, string>) {
  const subject = { kind: 'collectivity', id: code ?? '' }
  await record(trx, viewer, { verb, subject, detail: { on } })
}
