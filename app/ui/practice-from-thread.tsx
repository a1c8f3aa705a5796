import { useTranslation } from '#app/i18n/use-translation.ts'
import type { ItemAuthor } from '#app/domain/items/authors.ts'
import { itemPath } from '#app/domain/items/paths.ts'
import { Audience } from './audience.tsx'
import { useAuthor } from './author.ts'
import { Button, ButtonLink } from './button.tsx'
import { RadioGroup } from './choice-group.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Notice } from './notice.tsx'
import { PageTitle } from './page-title.tsx'
import { PersonLine } from './person-line.tsx'
import { Section } from './section.tsx'

type Props = {
  thread: { id: string; title: string; lang: string }
  people: ItemAuthor[]
  space: { name: string; visibility: string } | null
  errors?: Record<string, string>
}

/** What is carried over from a thread, who is asked for it, and where the practice is to stand. */
export function FromThreadPage({ thread, people, space, errors }: Props) {
  const { t } = useTranslation()
  const authorOf = useAuthor()
  const to = itemPath({ ...thread, kind: 'thread' })
  return (
    <div className="narrow stack-large">
      <PageTitle
        title={t('practices.from.title')}
        lead={t('practices.from.lead')}
        breadcrumbs={[{ to, label: thread.title }]}
        meta={<Audience audience={{ visibility: 'authors' }} />}
      />
      {people.length ? (
        <Section title={t('practices.from.people')}>
          <div className="stack">
            <p>{t('practices.from.people_text')}</p>
            {people.map((person) => (
              <PersonLine key={person.handle} {...authorOf(person)} />
            ))}
          </div>
        </Section>
      ) : null}
      <form method="post" noValidate className="form">
        <ErrorSummary errors={errors} labels={{ where: t('practices.from.where') }} />
        {space ? (
          <RadioGroup
            name="where"
            legend={t('practices.from.where')}
            choices={[
              { value: 'space', label: t('practices.from.in_space', { space: space.name }) },
              { value: 'open', label: t('practices.from.in_open') },
            ]}
            chosen="space"
            error={errors?.where}
          />
        ) : (
          <input type="hidden" name="where" value="open" />
        )}
        {space && space.visibility !== 'public' ? (
          <Notice tone="warning">{t('practices.from.wider')}</Notice>
        ) : null}
        <div className="cluster">
          <Button icon="edit">{t('practices.from.submit')}</Button>
          <ButtonLink to={to} variant="quiet">
            {t('forms.cancel')}
          </ButtonLink>
        </div>
      </form>
    </div>
  )
}
