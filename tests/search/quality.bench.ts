import { expect, test } from 'vitest'
import { searchItems } from '#app/domain/search/search.server.ts'
import { db } from '#db/client.server.ts'
import { createBaselines } from './baselines.ts'
import { loadJudged } from './corpus.ts'
import { fresh, type JudgedQuery, KINDS, more, queries, unseen } from './judged.ts'
import { CROSS_GOAL, CUT, ENOUGH, GOALS, mean, measure, type Measures } from './measures.ts'
import { report, table } from './tables.ts'

const OURS = 'Multaqa'
const LANGS = ['ar', 'fr', 'en', 'zgh'] as const

type Judged = JudgedQuery & { engine: string; found: string[]; measures: Measures }

test('search finds what the judged queries ask for, and more than the baselines', async () => {
  const keys = await loadJudged()
  const baselines = createBaselines()
  const judged = await judge(keys, queries, baselines)
  const second = await judge(keys, more, baselines)
  const third = await judge(keys, unseen, baselines)
  const halves = [0, 1].map((odd) => fresh.filter((_, at) => at % 2 === odd))
  const [looked, hidden] = [await judge(keys, halves[0]!, baselines), await judge(keys, halves[1]!, baselines)] // prettier-ignore
  report('search-quality', [
    '## Quality\n\nrecall@10 · nDCG@10 · right first result, of each reader’s language.',
    compared(judged, 'Language', LANGS, ({ lang }) => lang),
    'Of each kind of query.',
    compared(judged, 'Kind', KINDS, ({ kind }) => kind),
    'Of each kind in each language, ours.',
    crossed(judged),
    'Of `more.json`, then of `unseen.json`.',
    compared(second, 'Language', LANGS, ({ lang }) => lang),
    compared(third, 'Language', LANGS, ({ lang }) => lang),
    'Of `fresh.json`, the half that is looked at, then the other.',
    compared(looked, 'Language', LANGS, ({ lang }) => lang),
    compared(hidden, 'Language', LANGS, ({ lang }) => lang),
    `## Queries that miss something or begin wrong`,
    failures(judged.filter(({ engine }) => engine === OURS)),
  ])
  expect(missed(judged)).toEqual([])
})

type Baselines = ReturnType<typeof createBaselines>

async function judge(keys: Map<string, string>, queries: JudgedQuery[], baselines: Baselines) {
  const judged: Judged[] = []
  for (const query of queries) {
    const { found } = await searchItems(db, null, query.lang, { q: query.q })
    add(
      query,
      OURS,
      found.map(({ id }) => id),
    )
    for (const [engine, search] of Object.entries(baselines)) add(query, engine, search(query.q))
  }
  return judged

  function add(query: JudgedQuery, engine: string, ids: string[]) {
    const found = ids.slice(0, CUT).map((id) => keys.get(id)!)
    judged.push({ ...query, engine, found, measures: measure(found, query.relevant) })
  }
}

function compared(
  judged: Judged[],
  name: string,
  groups: readonly string[],
  groupOf: (query: Judged) => string,
) {
  const engines = [...new Set(judged.map(({ engine }) => engine))]
  const row = (label: string, of: Judged[]) => {
    const cells = engines.map((engine) => figures(of.filter((one) => one.engine === engine)))
    return [label, of.length / engines.length, ...cells]
  }
  const rows = groups.map((group) =>
    row(
      group,
      judged.filter((one) => groupOf(one) === group),
    ),
  )
  return table([name, 'Queries', ...engines], [...rows, row('all', judged)])
}

function crossed(judged: Judged[]) {
  const ours = judged.filter(({ engine }) => engine === OURS)
  const cell = (kind: string, lang: string) =>
    figures(ours.filter((one) => one.kind === kind && one.lang === lang))
  return table(
    ['Kind', ...LANGS],
    KINDS.map((kind) => [kind, ...LANGS.map((lang) => cell(kind, lang))]),
  )
}

function figures(judged: Judged[]) {
  if (judged.length === 0) return ''
  const { recall, ndcg, first } = mean(judged.map(({ measures }) => measures))
  return [recall, ndcg, first].map((figure) => figure.toFixed(2)).join(' · ')
}

// The worst first.
function failures(judged: Judged[]) {
  const failed = judged
    .filter(({ measures: { recall, first } }) => recall < 1 || first < 1)
    .toSorted((a, b) => a.measures.ndcg - b.measures.ndcg)
  const lines = failed.map(({ q, lang, kind, note, found, relevant, measures }) => {
    const missing = Object.keys(relevant).filter((key) => !found.includes(key))
    const others = found.filter((key) => !relevant[key])
    const parts = [
      measures.first ? '' : `first: ${found[0] ?? 'nothing'}`,
      missing.length ? `missing: ${missing.join(', ')}` : '',
      missing.length && others.length ? `instead: ${others.slice(0, 3).join(', ')}` : '',
    ]
    const about = [lang, kind, note].filter(Boolean).join(', ')
    return `- **${q}** (${about}) ${parts.filter(Boolean).join('; ')}`
  })
  return lines.join('\n')
}

function missed(judged: Judged[]) {
  const ours = judged.filter(({ engine }) => engine === OURS)
  const below = LANGS.flatMap((lang) => {
    const of = ours.filter((one) => one.lang === lang)
    if (of.length < ENOUGH) return []
    const reached = mean(of.map(({ measures }) => measures))
    return (Object.keys(GOALS) as (keyof Measures)[])
      .filter((name) => reached[name] < GOALS[name])
      .map((name) => `${lang}: ${name} ${reached[name].toFixed(3)} < ${GOALS[name]}`)
  })
  const across = mean(ours.filter(({ kind }) => kind === 'cross').map(({ measures }) => measures))
  if (across.recall < CROSS_GOAL) {
    below.push(`across languages: recall ${across.recall.toFixed(3)} < ${CROSS_GOAL}`)
  }
  return below
}
