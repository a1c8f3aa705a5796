import type { Statement } from '#tests/support/statements.ts'

/** What people write, and whatever tells that they did: none of it is read past the doors. */
export const CONTENT =
  `item item_text section item_tag item_principle challenge challenge_face challenge_link
  thread practice practice_thread practice_contributor practice_import practice_import_row attestation attestation_request translation translation_wish adoption adoption_step ask confirmation co_author revision reaction bookmark follow topic_follow collection_entry event presentation presentation_practice file file_content report
  space space_member space_request space_invitation notification telling audit`.split(/\s+/)

// The conditions themselves, as `readable`, `visibleSpace` and the network's log compile to, where they
// narrow (a column that only tells of one does not); each gives the name of the table that it narrows.
const DOORS = [
  /(?<=\b(?:where|and|on) \(*)"(\w+)"\."space_id" is null or exists \(select 1 from space as around where around\.id = "\1"\."space_id" and/g,
  /(?<=\b(?:where|and|on) \(*)"(\w+)"\."visibility" (?:= 'public'|in \('public', 'network'\))/g,
  /exists \(select 1 from space_member as role where role\.space_id = "(audit)"\."space_id" and role\.user_id = \? and role\.role in/g,
  /not exists \(select 1 from space as closed where closed\.id = "(audit)"\."space_id" and closed\.visibility = 'private'\)/g,
]

// Names under which `item` is read beside a door, each with what ties it to one.
const BESIDE: Record<string, string> = {
  parent: 'the thread of a reply, which is readable only when its thread is',
  thing: 'what a notification is about, asked for by the door in `openNotifications`',
  whole: 'its thread',
  about: 'only asked which space it stands in, to leave it out',
  made: 'a practice from a readable thread: only who writes it, for whoever was asked for their words',
  own: 'whose a readable item is: a list of ids that the door then narrows',
  gone: 'the replies that a reply quotes and that are hidden: their words are left out',
  shown: 'the steps of an adoption, of which the last one says where it stands',
  later: 'whether an own reply was quoted in its thread: yes or no, for its author',
}

// Statements without a door, each with the reason.
const EXCEPTIONS: [RegExp, string][] = [
  [/\bsearch_(?:row|text)\b/, 'the index keeps its own rule: see its tests'],
  [/"request"\."token_hash" = \?/, 'what a link asks about, by its secret'],
  [/"invitation"\."token_hash" = \?/, 'an invitation of one’s own, by its secret'],
  [
    /"practice_import" (?:set .*)?where "id" = \? and "user_id" = \?/,
    'what one has read out of a file, by its id and one’s own',
  ],
  [/"audit"\."id" = \? and \(audit\.actor_id = \?/, 'an act of one’s own, to take it back'],
  [/^delete from "notification" where "act_id" = \?/, 'what an act told of that is undone'],
  [/(?:from|into) "telling"/, 'what a job is to tell, which asks whomever it tells as a reader'],
  [/not coalesce\(/, 'links to challenges that one cannot see are kept as they are'],
  [
    /^select "(?:item"\.")?id" from "item" .*"author_id" = \?/,
    'whether something of one’s own was accepted',
  ],
  [/"revision"."author_id" = \?/, 'what one wrote oneself, as one last saved it'],
  [/^select "id", "seat_id", .* from "item" where "author_id" = \?/, 'how much one wrote oneself'],
  [/"item_tag" where "tag_id" = \?/, 'moving tags: the facilitator is told of no item'],
]

const ID = /\b[0-9a-hjkmnp-tv-z]{12}\b/g
const KEYS = [
  'id',
  'item_id',
  'thread_id',
  'practice_id',
  'space_id',
  'challenge_id',
  'collection_id',
  'event_id',
  'presentation_id',
  'file_id',
  'accepted_post_id',
  'adoption_id',
  'import_id',
]
const OWN = ['user_id', 'author_id', 'reporter_id', 'uploader_id']
const MARKS =
  `practice_contributor practice_import practice_import_row co_author reaction bookmark follow topic_follow report space_member space_request notification`.split(
    ' ',
  )

/**
 * The statements of one request that read or change content past the doors. A statement is in order
 * when every `item` in it, and for other tables the statement as a whole, is narrowed by a door; or
 * when it names, by its id, only what a statement in order has given earlier in the same request, or
 * what the request has made; or when it asks for the viewer's own marks.
 */
export function pastTheDoors(statements: Statement[], viewerId: string | null) {
  const known = new Set<string>()
  return statements.map(inOneLine).filter((statement) => {
    const tables = tablesIn(statement.sql)
    if (tables.length === 0) return false
    const { sql } = statement
    const passes = throughDoor(sql, tables) || EXCEPTIONS.some(([pattern]) => pattern.test(sql))
    const fine =
      passes || namesKnown(statement, tables, known) || asksForOwn(statement, tables, viewerId)
    if (fine) for (const id of idsGiven(statement, passes)) known.add(id)
    return !fine
  })
}

export function isContent({ sql }: Statement) {
  return tablesIn(sql).length > 0
}

function inOneLine({ sql, ...rest }: Statement) {
  return { ...rest, sql: sql.replace(/\s+/g, ' ') }
}

function tablesIn(sql: string) {
  const named = sql.matchAll(/\b(?:from|join|into|update) "?(\w+)"?(?: as "?(\w+)"?)?/gi)
  return [...named]
    .map(([, table, alias]) => ({ table: table!, alias: alias ?? table! }))
    .filter(({ table }) => CONTENT.includes(table))
}

type Table = { table: string; alias: string }

function throughDoor(sql: string, tables: Table[]) {
  const doors = new Set(DOORS.flatMap((door) => [...sql.matchAll(door)].map(([, name]) => name!)))
  if (doors.size === 0 || sql.startsWith('insert')) return false
  return itemsIn(tables).every(({ alias }) => doors.has(alias))
}

function itemsIn(tables: Table[]) {
  return tables.filter(({ table, alias }) => table === 'item' && !(alias in BESIDE))
}

const ITSELF = /"item"\."id" = "(\w+)"\."item_id" where "\1"\."item_id" = \?/

// An item beside what is named by its id (the challenge that it is linked to) is not named.
function namesKnown(statement: Statement, tables: Table[], known: Set<string>) {
  const ids = named(statement).filter(([column]) => KEYS.includes(column))
  const made = statement.sql.startsWith('insert') ? ids.filter(([column]) => column === 'id') : []
  for (const [, id] of made) known.add(id)
  const given = ids.filter((one) => !made.includes(one))
  const itself =
    ids.some(([column]) => column === 'id' || column === 'thread_id') || ITSELF.test(statement.sql)
  if (ids.length === 0 || (itemsIn(tables).length > 0 && !itself)) return false
  return given.every(([, id]) => known.has(id))
}

function asksForOwn(statement: Statement, tables: Table[], viewerId: string | null) {
  const pairs = named(statement)
  const foreign = pairs.some(([column]) => KEYS.includes(column))
  const marks = tables.every(({ table }) => MARKS.includes(table))
  return marks && !foreign && pairs.some(([column, id]) => OWN.includes(column) && id === viewerId)
}

// A yes to "may they read this one?" gives the id that was asked about.
function idsGiven(statement: Statement, passes: boolean) {
  const rows = JSON.stringify(statement.rows ?? '')
  const asked = passes && rows === '[{"one":1}]' ? named(statement).map(([, id]) => id) : []
  return [...asked, ...(rows.match(ID) ?? [])]
}

/** The ids that a statement is given, each with the column it is compared with or put into. */
function named({ sql, parameters }: Statement): [column: string, id: string][] {
  const columns = /^insert into "\w+" \(([^)]*)\) values \([?, ]*\)/.exec(sql)?.[1]?.match(/\w+/g)
  const parts = sql.split('?')
  return parameters.flatMap((value, index): [string, string][] => {
    if (typeof value !== 'string' || value.replace(ID, '') !== '') return []
    const before = parts.slice(0, index + 1).join('?')
    const compared = /"?(\w+)"?\)?\s*(?:=|is|<>|in|not in)\s*\(?(?:\?, )*$/.exec(before)?.[1]
    const column = columns?.[index] ?? compared
    return column && value ? [[column, value]] : []
  })
}
