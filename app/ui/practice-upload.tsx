import { useTranslation } from '#app/i18n/use-translation.ts'
import { MAX_FILE_TITLE } from '#app/domain/files/files.limits.ts'
import { LANG_NAMES, LANGS } from '#app/i18n/locales.ts'
import { Button } from './button.tsx'
import { Field } from './field.tsx'
import { Fieldset } from './fieldset.tsx'
import { ACCEPTED_FILES, FileField } from './file-field.tsx'
import { SelectField } from './select-field.tsx'

type Props = { failed?: { errors: Record<string, string>; values: Record<string, string> } }

/** Adds one file, with the title and the language it is listed under. */
export function PracticeUpload({ failed }: Props) {
  const { t } = useTranslation()
  const { errors = {}, values = {} } = failed ?? {}
  return (
    <form method="post" noValidate encType="multipart/form-data">
      <Fieldset legend={t('files.add')} large>
        <FileField
          name="file"
          label={t('files.file')}
          hint={t('files.kinds')}
          error={errors.file}
          accept={ACCEPTED_FILES}
          required
        />
        <Field
          name="title"
          label={t('files.file_title')}
          example={t('files.title_example')}
          error={errors.title}
          defaultValue={values.title}
          maxLength={MAX_FILE_TITLE}
        />
        <SelectField
          name="file_lang"
          label={t('files.lang')}
          options={LANGS.map((value) => ({ value, label: LANG_NAMES[value] }))}
          empty={t('files.lang_none')}
          defaultValue={values.file_lang ?? ''}
        />
        <div>
          <Button icon="attach">{t('files.send')}</Button>
        </div>
      </Fieldset>
    </form>
  )
}
