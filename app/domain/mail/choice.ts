import type { Row } from '#db/schema.ts'

type Kind = Row<'notification'>['kind']

/** What a person may want by mail of what happens on the forum: each thing, a mail a day, or nothing. */
export const MAIL_CHOICES = ['each', 'daily', 'none'] as const
export type MailChoice = (typeof MAIL_CHOICES)[number]

/** What waits for the daily mail: what was not said to this person in particular. */
export const SUMMED = ['reply', 'adopted', 'topic', 'changed', 'collected', 'translated'] as const

/** Whether who chose this gets a mail about a notification of this kind at once. */
export function comesAtOnce(choice: MailChoice, kind: Kind) {
  return choice === 'each' || (choice === 'daily' && !SUMMED.includes(kind as never))
}
