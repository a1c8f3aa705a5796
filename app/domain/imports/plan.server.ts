import { SECTION_MAX, SUMMARY_MAX, TITLE_MAX } from '../items/items.limits.ts'
import { TAGS_MAX } from '../practices/practices.limits.ts'
import {
  contradictions,
  draftSchema,
  missing,
  type PracticeInput,
} from '../practices/practices.schema.server.ts'
import type { ImportField, Outcome } from './fields.ts'
import { foundIn, isLong, type Planning, type Taken } from './recognise.server.ts'
import { cleanCell } from './values.ts'

export type Problem = { field: ImportField | 'rest'; error: string; typed?: string }
export type Kept = { name: string; text: string }

export type Planned = {
  kind: 'practice' | 'tool'
  input: PracticeInput
  tagIds: string[]
  problems: Problem[]
  /** What fits no field, as it is added to the context. */
  kept: Kept[]
  outcome: Outcome
}

/**
 * What becomes of one row: the draft, the problems by field, and whether a draft can be made at all
 * (`out` when it cannot: no title, or more text than one has room for). Nothing that was typed is
 * lost: what a field does not take stands at the end of the context, under the name of its column.
 */
export function planRow(cells: string[], planning: Planning): Planned {
  const { from } = planning
  const problems: Problem[] = []
  const kept: Kept[] = []
  const typed = cellsByField(cells, planning, kept)
  const taken = foundIn(typed, planning)
  for (const { field, error, text } of taken.left) {
    if (error) problems.push({ field, error, typed: text })
    kept.push({ name: nameOf(field, from), text })
  }
  const { input, left } = fitted(taken, typed, planning)
  for (const { field, error, text } of left) {
    problems.push({ field, error, typed: text })
    kept.push({ name: nameOf(field, from), text })
  }
  return finished({ input, taken, problems, kept })
}

/** What a row adds to the end of its context. */
export function keptText(kept: Kept[]) {
  return kept
    .map(({ name, text }) =>
      name && name !== text ? `**${name.replaceAll('*', '')}**\n\n${text}` : text,
    ) // prettier-ignore
    .join('\n\n')
}

type Typed = Map<ImportField, string[]>

function cellsByField(cells: string[], { from }: Planning, kept: Kept[]) {
  const typed: Typed = new Map()
  for (const [at, cell] of cells.entries()) {
    const target = from.mapping[at] ?? 'rest'
    const text = cleanCell(cell)
    if (!text || target === 'skip') continue
    if (target === 'rest') kept.push({ name: from.columns[at] ?? '', text })
    else typed.set(target, [...(typed.get(target) ?? []), text])
  }
  return typed
}

// The name that the column has in the file.
function nameOf(field: ImportField, { columns, mapping }: Planning['from']) {
  return columns[mapping.indexOf(field)] || field
}

type Left = { field: ImportField; error: string; text: string }

// The rules of the form itself; what breaks one is taken out and the rest tried again.
function fitted(taken: Taken, typed: Typed, { from }: Planning) {
  const values: Record<string, string | string[]> = {
    lang: from.lang,
    ...taken.values,
    revision: '0',
  }
  const left: Left[] = shortened(values)
  for (;;) {
    const result = draftSchema.safeParse({ ...values, title: values.title ?? '-' })
    const broken = result.success
      ? Object.entries(contradictions(result.data))
      : result.error.issues.map(({ path, message }) => [String(path[0]), message] as const)
    if (result.success && broken.length === 0) {
      return { input: { ...result.data, title: String(values.title ?? '') }, left }
    }
    for (const [field, error] of new Map(broken)) {
      left.push({ field: field as ImportField, error, text: typedIn(field as ImportField, typed) })
      delete values[field]
    }
  }
}

// As it stood in the file, not as it was understood.
function typedIn(field: ImportField, typed: Typed) {
  const texts = typed.get(field) ?? []
  return isLong(field) ? texts.join('\n\n') : (texts[0] ?? '')
}

// A long title or summary is better cut than lost; all of it stands below.
function shortened(values: Record<string, string | string[]>): Left[] {
  return (
    [
      ['title', TITLE_MAX],
      ['summary', SUMMARY_MAX],
    ] as const
  ).flatMap(([field, max]) => {
    const text = String(values[field] ?? '')
    if (text.length <= max) return []
    values[field] = `${text.slice(0, max - 1).replace(/\s+\S*$/, '')}…`
    return [{ field, error: 'practices.import.problems.cut', text }]
  })
}

type Parts = Pick<Planned, 'input' | 'problems' | 'kept'> & { taken: Taken }

function finished({ input, taken, problems, kept }: Parts): Planned {
  const { kind, tagIds } = taken
  const context = [input.context, keptText(kept)].filter(Boolean).join('\n\n')
  const isTooLong = context.length > SECTION_MAX
  if (isTooLong) problems.push({ field: 'context', error: 'practices.import.problems.overflow' })
  const named = new Set<string>(problems.map(({ field }) => field))
  for (const [field, error] of Object.entries(missing(input))) {
    if (!named.has(field)) problems.push({ field: field as ImportField, error })
  }
  const isOut = isTooLong || !input.title
  const outcome = isOut ? 'out' : problems.length ? 'gaps' : 'fit'
  const whole = { ...input, context: isTooLong ? input.context : context }
  return { kind, input: whole, tagIds: tagIds.slice(0, TAGS_MAX), problems, kept, outcome }
}
