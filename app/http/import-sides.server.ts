import { placeName } from '#app/domain/collectivities/names.ts'
import type {
  CheckedRow,
  FoundImport,
  ImportField,
  Side,
  Target,
} from '#app/domain/imports/fields.ts'
import type { PlannedRow } from '#app/domain/imports/make.server.ts'
import type { FoundNames } from '#app/domain/imports/names.server.ts'
import { cleanCell } from '#app/domain/imports/values.ts'
import { LANG_NAMES } from '#app/i18n/locales.ts'
import { wordsFor } from '#app/i18n/words.server.ts'
import type { Lang } from '#db/schema.ts'

/** The rows of a check: what stands in the file beside what it becomes, and the problems. */
export function sideBySide(
  lang: Lang,
  found: FoundImport,
  { planned, names }: { planned: PlannedRow[]; names: FoundNames },
): CheckedRow[] {
  return planned.map(({ position, made_at, cells, planned: row }) => ({
    position,
    isMade: made_at !== null,
    outcome: row.outcome,
    title: row.input.title,
    lang: row.input.lang,
    problems: row.problems.map((one) => ({
      ...one,
      column: found.columns[found.mapping.indexOf(one.field)] ?? '',
    })),
    sides: cells.flatMap((cell, at): Side[] => {
      const source = cleanCell(cell)
      const target = found.mapping[at] ?? 'rest'
      const becomes = becoming(lang, target, row, names)
      const side = { name: found.columns[at] ?? '', source, target }
      return source ? [{ ...side, becomes: becomes === source ? null : becomes }] : []
    }),
  }))
}

type Row = PlannedRow['planned']

function becoming(lang: Lang, target: Target, row: Row, names: FoundNames): string | null {
  if (target === 'rest' || target === 'skip') return null
  const shown = SHOWN[target]
  if (shown) return shown(lang, row, names)
  return String(row.input[target as keyof Row['input']] ?? '')
}

type Show = (lang: Lang, row: Row, names: FoundNames) => string

// What is kept as a code is shown in words.
const SHOWN: Partial<Record<ImportField, Show>> = {
  collectivity: (lang, { input }, { places }) => {
    const place = [...places.values()].flat().find(({ code }) => code === input.collectivity)
    return place ? placeName(lang, place) : input.place
  },
  country: (lang, { input }) =>
    wordsFor(lang)(`practices.countries.${input.country}`, { defaultValue: input.country }),
  principles: (lang, { input }) => all(input.principles.map((code) => wordsFor(lang)(`principles.${code}`))), // prettier-ignore
  challenges: (_, { input }, { challenges }) =>
    all(input.challenges.map((id) => challenges.get(id)?.title ?? id)),
  tags: (_, { tagIds }, { tags }) => {
    const known = [...tags.values()]
    return all(tagIds.map((id) => known.find((tag) => tag.id === id)?.label ?? ''))
  },
  stage: (lang, { input }) => (input.stage ? wordsFor(lang)(`stages.${input.stage}`) : ''),
  kind: (lang, { kind }) => wordsFor(lang)(`kinds.${kind}`),
  lang: (_, { input }) => LANG_NAMES[input.lang],
}

function all(names: string[]) {
  return names.filter(Boolean).join(' · ')
}
