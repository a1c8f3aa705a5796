import { sqlite } from '#db/client.server.ts'
import statistics from './statistics.json'
import { planOf, type Statement } from './statements.ts'

// What is no table, or a short one that is the same on every forum: the vocabulary, the network's
// members and places, rows that the same statement has found already or brings along, what the
// full-text index gives.
const SHORT = /^SCAN (?:CONSTANT ROW|\d+-ROW VALUES|\(subquery-\d+\)|agg|hit|ranked|told|now|former|beside|tag|tag_label|concept|concept_label|name|membership|collectivity|collectivity_name|here|vocabulary|search_size|space_doors|(?:search_text|search_title|json_each) VIRTUAL)/ // prettier-ignore

// A walk along an index in the order that is asked for, which stops when the page is full, or along
// one that holds only what waits.
const WALK = /^SCAN \w+ USING (?:COVERING )?INDEX (?:item_library|adoption_since|thread_last_post|thread_waiting|space_created|audit_created|report_open|seat_waiting|audit_verb|user_created|mail_due|mail_failed)$/ // prettier-ignore

// What orders the whole of something; `GROUP BY` and `DISTINCT` follow from what is read through.
const SORT = /TREE FOR ORDER BY/

// These sort what they found by an index, each with its reason. (For the last term of an order only
// what ties is sorted, which is never much.)
const SORTED: [RegExp, string][] = [
  [/order by case other\.lang/, 'the four names of a tag, put in the order of the reader'],
  [/from "collectivity"|from "membership"/, 'places: their number is set by law'],
  [/"(?:item_id|challenge_id)" = \? order by/, 'what belongs to one item'],
  [
    /from "seat" .*"seat"\."user_id" = \?|^select "user"\."id", "handle"/,
    'the seats of one person',
  ],
  [/from "seat" .*"seat"\."collectivity_code" = \?/, 'the people of one place'],
  [/"(?:item|space_member)"\."space_id" = \?/, 'what belongs to one space'],
  [/own\.author_id = \?|as "told"/, 'what one person wrote, or was told and has not read'],
  [/"?bookmark"?\."?user_id"? = \?/, 'what one person marked'],
  [/"entry"\."collection_id" = \?/, 'what stands in one collection'],
  [/"presentation"\."event_id" = \?/, 'what one event lists'],
  [/"entry"\."added_by" = \?/, 'what one person put into collections'],
  [/"item"\."state" = \? and \("item"\."author_id"|coalesce\("item"\."edited_at"/, 'own drafts'],
  [/"own"\."role" is not null/, 'own spaces, by name'],
  [/from "tag_label"/, 'the labels of tags, which facilitators write'],
  [/from "(?:passkey|session|seat|draft|mail|file|report|revision)" .*"(?:user|author|reporter|uploader)_id" = \?/, 'what one person has, or gets a copy of'], // prettier-ignore
  [/"(?:mark|reaction)"\."user_id" = \?|"actor_id" = \? or subject_id = \?/, 'the same'],
  [/"item_id" in \(\?(?:, \?)*\) order by/, 'what belongs to the few items that are indexed'],
  [/order by "item"\."id" not in \(/, 'the challenges that a practice may be about'],
  [/collectivity_code = \?\)+ and "item"/, 'what concerns one place'],
  [/"step"."adoption_id" in \(/, 'the steps of the adoptions of one page'],
  [/from "ask" .*"ask"."collectivity_code" = \?/, 'what a few seats are asked'],
  [/from "challenge_link" where "item_id" = \?/, 'the challenges of one practice'],
  [/\) desc, "item"\."id" limit/, 'a few open challenges by their last word'],
  [/order by instr\(/, 'a few that were found, in the order of how well'],
  [/from "search_name"/, 'the people and spaces whose name begins so'],
  [/from "saved_search" where "user_id" = \?/, 'the fifty searches of one person'],
  [/from "search_miss"/, 'the words of ninety days, of which a day has so many and no more'],
  [/"translation"."changed" <> '\[\]'/, 'versions that wait to be brought up to date'],
  [/from "concept_label"/, 'the vocabulary, which facilitators write'],
  [/order by "at", "item"\."id"|from "space_request"/, 'what waits for moderation'],
  [/from "audit" .*"actor"\."handle" = \?/, 'what one person did'],
  [/audit\.subject_id in \(select/, 'what was done about one person or thing'],
  [/"item"\."edited_at", "item_text"/, 'the sitemap tells of everything'],
]

// Read through on purpose, each with its reason; the first are asked for by the home page.
const READ_THROUGH: [RegExp, string][] = [
  [
    /from "translation_wish" where "lang" in/,
    'requests that wait: the version that answers one ends it',
  ],
  [/count\(distinct collectivity_code\)/, 'how much there is, and from how many places'],
  [/as "facing", "item"/, 'open challenges by how many face them, for facilitators'],
  [/count\(distinct item\.id\)/, 'who faces which challenge, by region'],
  [/from "space_request"/, 'those who wait to be let into a space, for whoever keeps it'],
  [/from "space" /, 'who is in a good part of the spaces: SQLite rightly begins with them'],
  [
    /json_group_array\(id\) as ids from search_row/,
    'what the index has left, once something was taken out',
  ],
  [/from "search_miss"/, 'misses are added up by their words'],
  [/select 1 from user limit 1/, 'whether there is anybody: the first row tells'],
  [/count\(\*\) as "count" from "kept_form"/, 'of which no more are kept than a limit says'],
  [/"item"\."edited_at", "item_text"/, 'the sitemap tells of everything'],
  [/user\.name like \?/, 'any part of a name or an address, asked for by administrators'],
  [/"id" in \(\) /, 'nothing was found, and so nothing is read'],
]

// All replies of the forum are no way to those of one thread.
const ALL_REPLIES = /INDEX item_kind/

/** What a statement's plan reads through or sorts although it grows, each with the statement. */
export function faultsOf(statement: Statement) {
  const sql = statement.sql.replace(/\s+/g, ' ')
  const has = ([pattern]: [RegExp, string]) => pattern.test(sql)
  const mayScan = READ_THROUGH.some(has)
  const maySort = mayScan || SORTED.some(has)
  const ofThread = /\bthread_id"? = \?/.test(sql)
  return planOf(statement)
    .filter(
      (line) =>
        (!mayScan && /^SCAN/.test(line)) ||
        (!maySort && SORT.test(line)) ||
        (ofThread && ALL_REPLIES.test(line)),
    )
    .filter((line) => ![SHORT, WALK].some((fine) => fine.test(line)))
    .map((line) => `${line} — ${sql}`)
}

/**
 * Lets SQLite plan as on the forum of the benchmark, with its 100,000 replies, however little this
 * database holds: these rows are what ANALYZE has written there, but for the indexes of columns that
 * nearly always hold the same, of which an average says nothing.
 */
export function planAsGrown() {
  forgetStatistics()
  const add = sqlite.prepare('insert into sqlite_stat1 (tbl, idx, stat) values (?, ?, ?)')
  for (const row of statistics) add.run(row)
  sqlite.exec('analyze sqlite_schema')
}

/** Lets SQLite plan as on a forum whose tables it has not counted yet. */
export function planAsNew() {
  forgetStatistics()
  sqlite.exec('analyze sqlite_schema')
}

function forgetStatistics() {
  sqlite.exec('analyze; delete from sqlite_stat1; delete from sqlite_stat4')
}
