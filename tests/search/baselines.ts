import { sqlite } from '#db/client.server.ts'

/** What a search gives: the ids of the items found, a reply as its thread, best first. */
export type Search = (q: string) => string[]

const COLUMNS = ['title', 'tags', 'summary', 'body', 'place']

/**
 * Three searches as other programs have them, over what the database holds now: one row for each
 * language version of an item, its tags and its place in every language beside its texts.
 */
export function createBaselines(): Record<string, Search> {
  sqlite.exec(`create table temp.plain as ${ROWS}`)
  createIndex('words', 'unicode61')
  createIndex('trigrams', 'trigram')
  return {
    'FTS5 unicode61': (q) => listed('words', q),
    'FTS5 trigram': (q) => listed('trigrams', q),
    'LIKE, any word': like,
  }
}

const ROWS = `
  select coalesce(item.thread_id, item.id) as lead, coalesce(item_text.title, '') as title,
    coalesce((select group_concat(label, ' ') from item_tag join tag_label using (tag_id)
      where item_tag.item_id = item.id), '') as tags,
    coalesce(item_text.summary, '') as summary,
    coalesce((select group_concat(source, char(10)) from section
      where section.item_id = item.id and section.lang = item_text.lang), '') as body,
    coalesce((select name_ar || ' ' || name_fr from collectivity where code = coalesce(
        (select collectivity_code from practice where practice.item_id = item.id),
        (select collectivity_code from challenge_face where challenge_id = item.id),
        (select collectivity_code from seat where seat.id = item.seat_id))),
      (select place from practice where practice.item_id = item.id), '') as place
  from item join item_text on item_text.item_id = item.id where item.state = 'published'`

function createIndex(name: string, tokenizer: string) {
  const columns = ['lead unindexed', ...COLUMNS].join(', ')
  sqlite.exec(`create virtual table temp.${name} using fts5 (${columns}, tokenize = '${tokenizer}');
    insert into temp.${name} select lead, ${COLUMNS.join(', ')} from temp.plain`)
}

// All the words, ranked by bm25: what a program has that gives FTS5 the query as it was typed.
function listed(table: string, q: string) {
  const match = wordsOf(q)
    .map((word) => `"${word.replaceAll('"', '""')}"`)
    .join(' ')
  return leads(`select lead from temp.${table} where ${table} match ? order by rank`, [match])
}

// As Apache Answer searches without a plugin: any of the words, anywhere in a text, ranked by how
// many letters of the texts the words make up.
function like(q: string) {
  const words = wordsOf(q)
  const matched = words.flatMap((word) =>
    COLUMNS.map((column) => [`${column} like ? escape '\\'`, `%${escaped(word)}%`] as const),
  )
  const taken = (column: string) => words.reduce((inner) => `replace(${inner}, ?, '')`, column)
  const relevance = COLUMNS.map((column) => `length(${column}) - length(${taken(column)})`)
  return leads(
    `select lead from temp.plain where ${matched.map(([condition]) => condition).join(' or ')}
     order by ${relevance.join(' + ')} desc, rowid`,
    [...matched.map(([, pattern]) => pattern), ...COLUMNS.flatMap(() => words)],
  )
}

function wordsOf(q: string) {
  return q.split(/\s+/).filter(Boolean)
}

function escaped(word: string) {
  return word.replace(/[\\%_]/g, '\\$&')
}

function leads(source: string, values: string[]) {
  const rows = sqlite.prepare<string[], { lead: string }>(source).all(...values)
  return [...new Set(rows.map(({ lead }) => lead))]
}
