import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { ENTRY_NOTE_MAX } from '#app/domain/collections/collections.limits.ts'
import { entryNoteSchema } from '#app/domain/collections/collections.schema.server.ts'
import { listEntries, noteEntry } from '#app/domain/collections/entries.server.ts'
import { openToArrange } from '#app/http/collection-page.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { errorAnswer } from '#app/http/limit.server.ts'
import { found, langPath, redirectTo } from '#app/http/respond.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { LANG_NAMES, LANGS } from '#app/i18n/locales.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { CardList } from '#app/ui/card-list.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('collections.note.title'), robots: 'noindex' }

export async function loader(args: LoaderFunctionArgs) {
  const { lang, collection, entry } = await openEntry(args)
  const { id, title } = collection
  return { collection: { id, title }, entry, lang }
}

export async function action(args: ActionFunctionArgs) {
  const { collection, entry } = await openEntry(args)
  const form = await readForm(args.request, entryNoteSchema)
  if (!form.ok) return errorAnswer(form.errors, form.values)
  await noteEntry(db, collection.id, entry.id, form.input)
  const entries = langPath(args.request, `/collections/${collection.id}/entries`)
  return redirectTo(`${entries}#entry-${entry.id}`, { flash: 'saved' })
}

export default function EntryNote() {
  const { collection, entry, lang } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useTranslation()
  const back = `/collections/${collection.id}/entries`
  const typed = failure?.values ?? { note: entry.note ?? '', lang: entry.note_lang ?? lang }
  return (
    <div className="narrow stack-large">
      <PageTitle
        title={t('collections.note.title')}
        lead={t('collections.note.lead')}
        breadcrumbs={[{ to: back, label: collection.title }]}
      />
      <CardList cards={[entry.card]} level="h2" />
      <form method="post" noValidate className="form">
        <ErrorSummary errors={failure?.errors} labels={{ note: t('collections.note.field') }} />
        <Field
          multiline
          name="note"
          rows={3}
          label={t('collections.note.field')}
          hint={t('collections.note.hint')}
          maxLength={ENTRY_NOTE_MAX}
          defaultValue={typed.note}
          error={failure?.errors.note}
        />
        <SelectField
          name="lang"
          label={t('composer.lang')}
          options={LANGS.map((value) => ({ value, label: LANG_NAMES[value] }))}
          defaultValue={typed.lang}
          error={failure?.errors.lang}
          plain
        />
        <div className="actions">
          <Button>{t('forms.save')}</Button>
          <ButtonLink to={back} variant="quiet">
            {t('forms.cancel')}
          </ButtonLink>
        </div>
      </form>
    </div>
  )
}

async function openEntry(args: LoaderFunctionArgs) {
  const { viewer, lang, collection } = await openToArrange(args)
  const entries = await listEntries(db, viewer, lang, collection.id)
  const entry = found(entries.find(({ id }) => id === args.params.entry))
  return { lang, collection, entry }
}
