/**
 * What whoever publishes has made sure of, each by itself: no personal data of others (law 09-08),
 * nothing that law 31-13 keeps from the public (article 7), nobody else's rights in it.
 */
export const CHECKS = ['personal_data', 'exempted', 'rights'] as const
