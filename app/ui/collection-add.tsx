import type { Card } from '#app/domain/items/cards.ts'
import { itemPath } from '#app/domain/items/paths.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button, ButtonLink } from './button.tsx'
import { CardList } from './card-list.tsx'
import { RadioGroup } from './choice-group.tsx'
import { EmptyState } from './empty-state.tsx'
import { FormProblem } from './form-problem.tsx'
import { PageTitle } from './page-title.tsx'

type Props = {
  card: Card
  collections: Card[]
  failure?: { errors: Record<string, string>; minutes: number }
}

/** Into which collection something goes. */
export function CollectionAdd({ card, collections, failure }: Props) {
  const { t } = useTranslation()
  const legend = t('collections.add.collection')
  return (
    <div className="narrow stack-large">
      <PageTitle
        title={t('collections.add.title')}
        breadcrumbs={[{ to: itemPath(card), label: card.title }]}
      />
      <CardList cards={[card]} level="h2" />
      {collections.length === 0 ? (
        <EmptyState title={t('collections.none')} action={<MakeNew />} />
      ) : (
        <form method="post" noValidate className="form">
          <FormProblem failure={failure} labels={{ collection: legend }} />
          <RadioGroup
            name="collection"
            legend={legend}
            choices={collections.map(({ id, title }) => ({ value: id, label: title }))}
            chosen={collections.length === 1 ? collections[0]!.id : undefined}
            error={failure?.errors.collection}
            required
          />
          <div className="actions">
            <Button icon="plus">{t('collections.entries.add')}</Button>
            <MakeNew />
          </div>
        </form>
      )}
    </div>
  )
}

function MakeNew() {
  const { t } = useTranslation()
  return (
    <ButtonLink to="/collections/new" variant="quiet">
      {t('collections.new.title')}
    </ButtonLink>
  )
}
