import { useTranslation } from '#app/i18n/use-translation.ts'
import { ButtonLink } from './button.tsx'
import { Notice } from './notice.tsx'
import { Section } from './section.tsx'

/** Recovery codes, shown this once; `to`: where one goes when they are written down. */
export function RecoveryCodes({ codes, to }: { codes: string[]; to: string }) {
  const { t } = useTranslation()
  return (
    <div className="narrow">
      <Section title={t('settings.security.codes')}>
        <div className="stack">
          <Notice tone="warning">{t('settings.security.codes_once')}</Notice>
          <ol className="recovery-codes" dir="ltr">
            {codes.map((code) => (
              <li key={code}>
                <code>{code}</code>
              </li>
            ))}
          </ol>
          <div className="actions">
            <ButtonLink to={to}>{t('settings.security.codes_kept')}</ButtonLink>
          </div>
        </div>
      </Section>
    </div>
  )
}
