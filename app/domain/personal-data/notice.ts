/**
 * The day of the notice on personal data that stands at /privacy. A new day asks everybody to accept
 * the notice anew: change it when the notice says something else, not when it says the same better.
 */
export const NOTICE = '2026-12-01'
