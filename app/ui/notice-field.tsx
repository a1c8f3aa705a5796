import { useTranslation } from '#app/i18n/use-translation.ts'
import { NOTICE } from '#app/domain/personal-data/notice.ts'
import { CheckboxGroup } from './choice-group.tsx'
import { formatDate } from '#app/i18n/dates.ts'
import { Link } from './link.tsx'

type Props = { accepted?: string | string[]; error?: string }

/** Accepting the notice on personal data, in the version that is linked to beside it. */
export function NoticeField({ accepted, error }: Props) {
  const { t } = useTranslation()
  const version = t('privacy.version', { date: formatDate(NOTICE, t) })
  return (
    <div className="stack">
      <CheckboxGroup
        name="notice"
        legend={t('privacy.title')}
        choices={[{ value: NOTICE, label: t('accounts.signup.consent'), hint: version }]}
        chosen={[accepted ?? ''].flat()}
        error={error}
        required
      />
      <p>
        <Link to="/privacy">{t('accounts.signup.read_notice')}</Link>
      </p>
    </div>
  )
}
