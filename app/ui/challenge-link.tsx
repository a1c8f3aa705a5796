import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Card } from '#app/domain/items/cards.ts'
import { Button } from './button.tsx'
import { CardList } from './card-list.tsx'
import { EmptyState } from './empty-state.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Field } from './field.tsx'
import { PageTitle } from './page-title.tsx'
import { SearchBox } from './search-box.tsx'
import { Section } from './section.tsx'

type Props = {
  id: string
  title: string
  path: string
  words: string
  cards: Card[]
  failure?: { errors: Record<string, string>; values: Record<string, string[]> }
}

/** Where a practice or a tool is linked to a challenge: found by words, or given by its address. */
export function LinkAnswer({ id, title, path, words, cards, failure }: Props) {
  const { t } = useTranslation()
  const errors = failure?.errors ?? {}
  return (
    <div className="stack-large narrow">
      <PageTitle
        title={t('challenges.link.title')}
        lead={t('challenges.link.lead')}
        breadcrumbs={[{ to: path, label: title }]}
      />
      <ErrorSummary errors={errors} labels={{ address: t('challenges.link.address') }} />
      <Section title={t('challenges.link.by_words')}>
        <SearchBox
          action={`/challenges/${id}/links`}
          value={words}
          label={t('challenges.link.search')}
        />
        <Found words={words} cards={cards} />
      </Section>
      <Section title={t('challenges.link.by_address')}>
        <form method="post" noValidate className="form">
          <Field
            name="address"
            type="text"
            inputMode="url"
            dir="ltr"
            label={t('challenges.link.address')}
            hint={t('challenges.link.address_hint')}
            required
            defaultValue={failure?.values.address?.[0]}
            error={errors.address}
          />
          <div>
            <Button>{t('challenges.link.submit')}</Button>
          </div>
        </form>
      </Section>
    </div>
  )
}

function Found({ words, cards }: Pick<Props, 'words' | 'cards'>) {
  const { t } = useTranslation()
  if (!words) return null
  if (cards.length === 0) return <EmptyState level="h3" title={t('challenges.link.none')} />
  return (
    <CardList
      cards={cards}
      after={(card) => (
        <form method="post" noValidate>
          <input type="hidden" name="address" value={card.id} />
          <Button variant="secondary" small icon="plus">
            {t('challenges.link.choose')}
            <span className="visually-hidden"> {card.title}</span>
          </Button>
        </form>
      )}
    />
  )
}
