import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Difference } from '#app/domain/practices/differences.server.ts'
import { Button, ButtonLink } from './button.tsx'
import { Notice } from './notice.tsx'
import { RevisionDifferences } from './revision-differences.tsx'
import { Time } from './time.tsx'

type Props = {
  conflict: { by: string | null; at: string; differences: Difference[] }
  here: string
  /** The form that keeps what is typed, where one does: taking the other's text throws that away. */
  form?: string
}

/** Someone saved meanwhile: both texts, and the choice. Saving the form below takes one's own. */
export function PracticeConflict({ conflict, here, form }: Props) {
  const { t } = useTranslation()
  const { by, at, differences } = conflict
  return (
    <section className="stack practice-conflict" role="alert">
      <Notice tone="warning" title={t('practices.conflict.title')}>
        <p>
          {t('practices.conflict.saved', { name: by ?? t('revisions.import') })}{' '}
          <Time value={at} form="minute" />
        </p>
        <p>{t('practices.conflict.text')}</p>
      </Notice>
      <RevisionDifferences
        differences={differences}
        before={t('practices.conflict.theirs')}
        after={t('practices.conflict.mine')}
      />
      <div>
        {form ? (
          <Button form={form} name="intent" value="discard" variant="secondary">
            {t('practices.conflict.take_theirs')}
          </Button>
        ) : (
          <ButtonLink to={here} variant="secondary" reloadDocument>
            {t('practices.conflict.take_theirs')}
          </ButtonLink>
        )}
      </div>
    </section>
  )
}
