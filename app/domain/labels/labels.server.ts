import type { Lang } from '#db/schema.ts'
import { LANGS } from '../languages.ts'
import { foldName } from '../reference/territories.server.ts'
import type { Label } from './labels.ts'
import type { LabelsInput } from './labels.schema.server.ts'

/** The rows of a form's labels, each spelling once a language. */
export function labelRows(input: LabelsInput): (Label & { folded: string })[] {
  return LANGS.flatMap((lang) => {
    const preferred = input[`label_${lang}`]
    const labels = [preferred, ...input[`others_${lang}`]]
    const rows = new Map<string, Label & { folded: string }>()
    for (const [index, label] of labels.entries()) {
      const folded = foldName(label)
      if (!folded || rows.has(folded)) continue
      rows.set(folded, { lang, label, folded, preferred: index === 0 ? 1 : 0 })
    }
    return [...rows.values()]
  })
}

/** Labels as the fields of their form. */
export function labelFields(labels: Label[]) {
  const of = (lang: Lang, preferred: 0 | 1) =>
    labels
      .filter((row) => row.lang === lang && row.preferred === preferred)
      .map(({ label }) => label)
  const fields = LANGS.flatMap((lang) => [
    [`label_${lang}`, of(lang, 1)[0] ?? ''],
    [`others_${lang}`, of(lang, 0).join('\n')],
  ])
  return Object.fromEntries(fields) as Record<string, string>
}

/** The fields whose label has no letter to be found by. */
export function unspoken(input: LabelsInput) {
  const errors: Record<string, string> = {}
  for (const lang of LANGS) {
    const label = input[`label_${lang}`]
    if (label && !foldName(label)) errors[`label_${lang}`] = 'forms.wrong'
  }
  return errors
}
