import { useTranslation } from '#app/i18n/use-translation.ts'
import { type Counts, type Meaning, MEANINGS } from '#app/domain/reactions/meanings.ts'
import { SiteForm } from './site-form.tsx'

type Props = { id: string; counts: Counts; own: Meaning[]; may: boolean }

/** What others say of it: thanks, it worked for us, it did not. Each may be said and taken back. */
export function Reactions({ id, counts, own, may }: Props) {
  const { t } = useTranslation()
  if (!may) return <Said counts={counts} />
  return (
    <SiteForm to={`/posts/${id}/reactions`} className="reactions" preventScrollReset>
      {MEANINGS.map((meaning) => (
        <button
          key={meaning}
          name="meaning"
          value={meaning}
          className="reaction"
          aria-pressed={own.includes(meaning)}
        >
          {t(`posts.reactions.${meaning}`)} <Count value={counts[meaning]} />
        </button>
      ))}
    </SiteForm>
  )
}

function Said({ counts }: { counts: Counts }) {
  const { t } = useTranslation()
  const said = MEANINGS.filter((meaning) => counts[meaning])
  if (said.length === 0) return null
  return (
    <ul className="reactions">
      {said.map((meaning) => (
        <li key={meaning} className="reaction">
          {t(`posts.reactions.${meaning}`)} <Count value={counts[meaning]} />
        </li>
      ))}
    </ul>
  )
}

function Count({ value = 0 }: { value?: number }) {
  return value > 0 ? <span className="reaction-count">{value}</span> : null
}
