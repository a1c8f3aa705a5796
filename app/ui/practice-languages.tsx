import { useTranslation } from '#app/i18n/use-translation.ts'
import { LANG_NAMES, LANGS } from '#app/i18n/locales.ts'
import type { Lang } from '#db/schema.ts'
import { Tabs } from './tabs.tsx'

type Props = { id: string; current: Lang; original: Lang; versions: Lang[] }

/** The language versions of a practice, each edited at its own address, and those one may add. */
export function PracticeLanguages({ id, current, original, versions }: Props) {
  const { t } = useTranslation()
  const here = `/practices/${id}`
  return (
    <Tabs
      label={t('practices.page.versions')}
      items={LANGS.map((lang) => ({
        to: lang === original ? `${here}/edit` : `${here}/translations/${lang}`,
        label: versions.includes(lang)
          ? LANG_NAMES[lang]
          : t('practices.form.add_version', { lang: LANG_NAMES[lang] }),
        current: lang === current,
      }))}
    />
  )
}
