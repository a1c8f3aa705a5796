import { useTranslation } from 'react-i18next'
import { type DateForm, formatDate } from './dates.ts'

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
