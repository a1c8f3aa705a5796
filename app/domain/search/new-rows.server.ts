import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Row } from '#db/schema.ts'

/** A row of the index without its texts, of what has a page of its own. */
export type LeadRow = Omit<Row<'search_row'>, 'fingerprint'>

/** A row of a reply or of a step, which only leads to where it stands. */
export type ReplyRow = Pick<LeadRow, 'id' | 'item_id' | 'lead_id' | 'lang' | 'for_members'>

/**
 * The rows of the index from an id on, each kind in the order of its ids. Of replies there are many
 * times as many as of all else, and nothing to tell of them: they come as five strings, since a row
 * object for each takes ten times as long and as much memory.
 */
export async function readNewRows(
  db: Db,
  from: number,
): Promise<{ leads: LeadRow[]; replies: ReplyRow[] }> {
  const leads = await sql<LeadRow>`select id, item_id, lead_id, lang, for_members, space_id, kind,
    published_at, collectivity_code, region_code, place_kind, stage, year, files, archived, principles,
    tags, authors from search_row where id >= ${from} and kind is not null order by id`.execute(db)
  const replies = await sql<Record<(typeof TOLD)[number], string | null>>`select
    ${sql.join(TOLD.map((name) => sql`group_concat(${sql.ref(name)}) as ${sql.ref(name)}`))}
    from (select * from search_row where id >= ${from} and kind is null order by id)`.execute(db)
  return { leads: leads.rows, replies: repliesIn(replies.rows[0]!) }
}

const TOLD = ['id', 'item_id', 'lead_id', 'lang', 'for_members'] as const

function repliesIn(told: Record<(typeof TOLD)[number], string | null>): ReplyRow[] {
  if (told.id === null) return []
  const [ids = [], items = [], leads = [], langs = [], members = []] = TOLD.map((name) =>
    told[name]!.split(','),
  )
  return ids.map((id, at) => ({
    id: Number(id),
    item_id: items[at]!,
    lead_id: leads[at]!,
    lang: langs[at] as ReplyRow['lang'],
    for_members: Number(members[at]) as ReplyRow['for_members'],
  }))
}
