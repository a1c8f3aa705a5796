/**
 * Answers that are ready to be given with a no, by the act that they explain. Their words stand in the
 * locales under `moderation.answers`, so that whoever is told reads them in their own language.
 */
export const ANSWERS = {
  hide: ['personal_data', 'offensive', 'off_topic', 'rights', 'unverified'],
  return: ['incomplete', 'results', 'personal_data', 'double'],
  refuse: ['unconfirmed', 'not_member', 'held', 'wrong_place'],
  refuse_join: ['others', 'elsewhere'],
  suspend: ['offences', 'impersonation', 'misuse'],
} as const

export type AnswerVerb = keyof typeof ANSWERS

/** Whether there are answers for an act: whether it is one that says no. */
export function isAnswered(verb: string): verb is AnswerVerb {
  return verb in ANSWERS
}
