import { useTranslation } from '#app/i18n/use-translation.ts'
import { type DateForm, formatDate } from '#app/i18n/dates.ts'

type Props = { value: string; form?: DateForm }

/** A date for people, with the exact one for machines. */
export function Time({ value, form }: Props) {
  const { t } = useTranslation()
  // Browser and server may know different rules for Morocco's clock: the server's text stays.
  return (
    <time dateTime={value} suppressHydrationWarning>
      {formatDate(value, t, form)}
    </time>
  )
}
