import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { z } from 'zod'
import { addCoAuthor, removeCoAuthor } from '#app/domain/practices/co-authors.server.ts'
import { forgetContributor } from '#app/domain/practices/contributors.server.ts'
import { viewPractice } from '#app/domain/practices/view.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { openToNameAuthors } from '#app/http/practice-editing.server.ts'
import { langPath, redirectTo } from '#app/http/respond.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { langOfPath } from '#app/i18n/locales.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { PersonLine } from '#app/ui/person-line.tsx'
import { PracticeContributors } from '#app/ui/practice-contributors.tsx'
import { Section } from '#app/ui/section.tsx'
import { db } from '#db/client.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, item } = await openToNameAuthors(args)
  const lang = langOfPath(new URL(args.request.url).pathname)
  const { title } = await viewPractice(db, item, { viewer, lang })
  return {
    practice: { id: item.id, title },
    author: { name: item.author_name, handle: item.author_handle },
    coAuthors: item.co_authors,
    contributors: item.contributors,
  }
}

const schema = z.object({
  handle: z.string().max(60, 'forms.wrong').default(''),
  remove: z.string().max(20, 'forms.wrong').default(''),
  forget: z.string().max(20, 'forms.wrong').default(''),
})

/** Names a co-author by handle, or takes one's name off. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, item } = await openToNameAuthors(args)
  const form = await readForm(args.request, schema)
  if (!form.ok) return data({ errors: form.errors, values: form.values }, { status: 422 })
  const { handle, remove, forget } = form.input
  const here = langPath(args.request, `/practices/${item.id}/authors`)
  if (forget) {
    await forgetContributor(db, item.id, forget)
    return redirectTo(here, { flash: 'contributor_removed' })
  }
  if (remove) {
    await db.transaction().execute((trx) => removeCoAuthor(trx, viewer, item, remove))
    const still = remove !== viewer.id
    return redirectTo(still ? here : langPath(args.request, '/drafts'), { flash: 'author_removed' })
  }
  const added = await db.transaction().execute((trx) => addCoAuthor(trx, viewer, item, handle))
  if (added) return redirectTo(here, { flash: 'author_added' })
  const errors = { handle: 'practices.errors.handle' }
  return data({ errors, values: { handle } }, { status: 422 })
}

type Data = Awaited<ReturnType<typeof loader>>

export const handle: PageHandle<Data> = {
  title: (t, { practice }) => `${t('practices.actions.authors')} — ${practice.title}`,
  robots: 'noindex',
}

export default function PracticeAuthors() {
  const { practice, author, coAuthors, contributors } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { t } = useTranslation()
  const label = t('practices.authors.handle')
  return (
    <div className="narrow stack-large">
      <PageTitle
        breadcrumbs={[{ to: `/practices/${practice.id}`, label: practice.title }]}
        title={t('practices.actions.authors')}
        lead={t('practices.authors.lead')}
      />
      <ErrorSummary errors={failed?.errors} labels={{ handle: label }} />
      <Section title={t('practices.fields.people')}>
        <ul className="list">
          {author.name && author.handle ? (
            <li className="practice-author">
              <PersonLine name={author.name} to={`/people/${author.handle}`} />
            </li>
          ) : null}
          {coAuthors.map(({ id, name, handle }) => (
            <li key={id} className="practice-author">
              <PersonLine name={name} to={`/people/${handle}`} />
              <form method="post" noValidate>
                <Button name="remove" value={id} variant="quiet" small>
                  {t('practices.authors.remove')}
                </Button>
              </form>
            </li>
          ))}
        </ul>
      </Section>
      {contributors.length ? <PracticeContributors contributors={contributors} /> : null}
      <form method="post" noValidate className="stack">
        <Field
          name="handle"
          label={label}
          hint={t('practices.authors.handle_hint')}
          error={failed?.errors.handle}
          defaultValue={String(failed?.values.handle ?? '')}
          autoComplete="off"
          required
        />
        <div>
          <Button icon="plus">{t('practices.authors.add')}</Button>
        </div>
      </form>
    </div>
  )
}
