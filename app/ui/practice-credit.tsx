import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Asked } from '#app/domain/practices/contributors.server.ts'
import { itemPath } from '#app/domain/items/paths.ts'
import { Badge } from './badge.tsx'
import { Button } from './button.tsx'
import { PageTitle } from './page-title.tsx'

type Props = { thread: { id: string; title: string; lang: string }; asked: Asked[] }

const TONES = { asked: 'waiting', agreed: 'positive', declined: 'plain' } as const

/** Where somebody says whether they may be named for their words in a practice. */
export function CreditPage({ thread, asked }: Props) {
  const { t } = useTranslation()
  const to = itemPath({ ...thread, kind: 'thread' })
  return (
    <div className="narrow stack-large">
      <PageTitle
        title={t('practices.credit.title')}
        lead={t('practices.credit.lead')}
        breadcrumbs={[{ to, label: thread.title }]}
      />
      <ul className="list">
        {asked.map(({ practice_id, state, by }) => (
          <li key={practice_id} className="stack practice-author">
            <p>{t('practices.credit.asked', { name: by ?? t('posts.gone') })}</p>
            <p>
              <Badge tone={TONES[state]} label={t(`practices.credit.state.${state}`)} />
            </p>
            <form method="post" noValidate className="cluster">
              <input type="hidden" name="practice" value={practice_id} />
              {state === 'agreed' ? null : (
                <Button name="state" value="agreed" icon="check">
                  {t('practices.credit.agree')}
                </Button>
              )}
              {state === 'declined' ? null : (
                <Button name="state" value="declined" variant="secondary">
                  {t('practices.credit.decline')}
                </Button>
              )}
            </form>
          </li>
        ))}
      </ul>
    </div>
  )
}
