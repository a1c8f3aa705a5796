import type { SecondVersion } from '#app/domain/practices/view.ts'
import { dirOf } from '#app/i18n/locales.ts'
import { Facts } from './facts.tsx'

type Props = { second: SecondVersion }

/** How a practice is called in its second language, below its title. */
export function SecondTitle({ second: { lang, title, summary } }: Props) {
  return (
    <div className="second-title stack" lang={lang} dir={dirOf(lang)}>
      <p className="second-name">{title}</p>
      {summary ? <p>{summary}</p> : null}
    </div>
  )
}

/** What is known of it, in words of the second language. */
export function SecondFacts({ second: { lang, facts } }: Props) {
  return (
    <div lang={lang} dir={dirOf(lang)}>
      <Facts items={facts.map(({ term, text }) => ({ term, value: <bdi>{text}</bdi> }))} />
    </div>
  )
}
