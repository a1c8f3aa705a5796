import type { Likeness } from '#app/domain/collectivities/alike.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'

/** In what a collectivity is like the reader's own, in a few words. */
export function Alike({ as, near }: Likeness) {
  const { t } = useTranslation()
  return t(near ? 'alike.near' : 'alike.far', { kind: t(`alike.as.${as}`) })
}
