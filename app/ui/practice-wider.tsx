import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Wider } from '#app/domain/practices/origin.ts'
import { Checkbox } from './choice-group.tsx'
import { FieldError } from './field-text.tsx'
import { Notice } from './notice.tsx'

/** What becomes readable to whom, when a practice is published that comes from a thread of fewer. */
export function WiderStep({ wider, error }: { wider: Wider; error?: string }) {
  const { t } = useTranslation()
  const { from, to, space } = wider
  return (
    <div className="stack">
      <Notice tone="warning" title={t('practices.wider.title')}>
        <p>
          {from ? t('practices.wider.from', { space: from }) : t('practices.wider.from_unknown')}
        </p>
        <p>{t(`practices.wider.to_${to}`, { space: space ?? '' })}</p>
      </Notice>
      <FieldError id="field-widened" error={error} />
      <Checkbox name="widened" label={t('practices.wider.agree')} />
    </div>
  )
}
