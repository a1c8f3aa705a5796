import { useTranslation } from '#app/i18n/use-translation.ts'
import { type DateForm, formatDate } from '#app/i18n/dates.ts'

type Props = { value: string; form?: DateForm }

/** A date for people, with the exact one for machines. */
export function Time({ value, form }: Props) {
  const { t } = useTranslation()
  // Browser and server may know different rules for Morocco's clock: where there is script, the
  // browser's text takes the place of the server's.
  return (
    <time dateTime={value} suppressHydrationWarning>
      {formatDate(value, t, form)}
    </time>
  )
}
