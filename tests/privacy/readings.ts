import type { Address } from './answer.ts'

/** What differs from one reading to the next for reasons that have nothing to do with the space. */
export const CHANGES_BY_ITSELF: Record<string, RegExp> = {
  // Each reading of the walk signs in anew.
  '/fr/settings/sessions': /[^]*/,
  // The size of the file is no secret from who runs the server.
  '/fr/admin/system': /<dd>[\d.,\s\u202f]+\p{L}+<\/dd>|size\\+",\d+/gu,
}

/** Where one reads how much one wrote oneself, also in a space that one has left. */
export function givesOwn(name: string, path: string) {
  return name === 'former' && path === '/fr/settings/data/erase'
}

/** What forms ask for; a form takes what it knows. */
export const PLAUSIBLE: Record<string, string> = {
  title: 'Un titre',
  body: 'Un texte',
  summary: 'Un résumé',
  name: 'Un nom',
  lang: 'fr',
  form: 'question',
  note: 'Une note',
  reason: 'other',
  meaning: 'thanks',
  role: 'member',
  email: 'someone@example.org',
  visibility: 'public',
  joining: 'open',
  confirmed: 'private-public',
  outcome: 'Une issue',
  progress: 'working',
  status: 'running',
  says: 'running',
  happened_on: '2026-01-02',
}

/** What a member of the private space reads there: proof that the markers would be seen. */
export const INSIDE: Address[] = [
  '/fr/spaces',
  '/fr/spaces/{space}',
  '/fr/spaces/{space}/documents',
  '/fr/spaces/{space}/members',
  '/fr/spaces/{space}/documents.data?_routes=routes/$lang.spaces.$slug.documents',
  '/fr/documents/{document}',
  '/fr/threads/{thread}',
  '/fr/threads/{thread}/history',
  '/fr/practices/{practice}',
  '/fr/practices/{practice}/history',
  '/fr/practices/{practice}/adoptions',
  '/fr/challenges/{challenge}',
  '/fr/challenges/<challenge>',
  '/fr/search?q={word_fr}',
  '/fr/search/suggestions?q={word_fr}',
  '/fr/tags/<tag>',
  '/fr/collections/<collection>',
  '/fr/events/<event>',
]
