import { isAnswered } from '#app/domain/moderation/answers.ts'
import { wordsFor } from '#app/i18n/words.server.ts'
import type { Lang } from '#db/schema.ts'

/** The reason that a person reads: the ready answer in their language, and what was added to it. */
export function reasonIn(
  lang: Lang | null,
  verb: string,
  { answer, reason }: { answer: string; reason: string },
) {
  if (!answer || !isAnswered(verb)) return reason
  const ready = wordsFor(lang ?? 'ar')(`moderation.answers.${verb}.${answer}`)
  return reason ? `${ready}\n\n${reason}` : ready
}
