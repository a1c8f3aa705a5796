import { useTranslation } from '#app/i18n/use-translation.ts'
import type {
  TranslationCredit as Credit,
  TranslationState,
} from '#app/domain/practices/translations.ts'
import type { Lang } from '#db/schema.ts'
import { Badge } from './badge.tsx'
import { Link } from './link.tsx'
import { Time } from './time.tsx'

const TONES = { human: 'plain', reviewed: 'positive', outdated: 'waiting' } as const

/** Where a version stands, who translated it and who looked it through. */
export function TranslationCredit({ credit, original }: { credit: Credit; original: Lang }) {
  const { t } = useTranslation()
  const { translator, translated_at, reviewed_at, reviewer, state } = credit
  return (
    <div className="cluster translation-credit">
      <TranslationBadge state={state} />
      <span className="meta">
        <span>
          {t('translations.from', { lang: t(`languages.${original}`) })}
          {translator ? (
            <>
              {' '}
              {t('translations.by')}{' '}
              <Link to={`/people/${translator.handle}`}>
                <bdi>{translator.name}</bdi>
              </Link>
            </>
          ) : null}
        </span>
        {translated_at ? <Time value={translated_at} /> : null}
        {state === 'reviewed' && reviewed_at ? (
          <span>
            {reviewer ? (
              <>
                {t('translations.reviewed_by')} <bdi>{reviewer}</bdi>{' '}
              </>
            ) : null}
            <Time value={reviewed_at} />
          </span>
        ) : null}
      </span>
    </div>
  )
}

/** The state in a word. */
export function TranslationBadge({ state }: { state: TranslationState }) {
  const { t } = useTranslation()
  return (
    <Badge
      tone={TONES[state]}
      icon={state === 'outdated' ? 'clock' : state === 'reviewed' ? 'check' : 'person'}
      label={t(`translations.states.${state}`)}
    />
  )
}
