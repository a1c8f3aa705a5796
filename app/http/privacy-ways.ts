/** The ways of the check by which something hidden might show: `{lang}` and what the canary names. */
export const OPEN = [
  '/{lang}',
  ...[
    'challenges',
    'threads',
    'practices',
    'tools',
    'spaces',
    'tags',
    'collectivities',
    'search',
  ].map(inLang),
  ...['notifications', 'bookmarks', 'drafts', 'settings', 'moderation', 'moderation/log'].map(
    inLang,
  ),
  ...['admin', 'admin/system', 'people/{owner}'].map(inLang),
  ...['practices', 'challenges', 'threads'].map((feed) => `/feeds/${feed}.{lang}.atom`),
  '/sitemap.xml',
]

/** What is asked twice: for something of the canary, and for something absent. */
export const HIDDEN = [
  ...['ar', 'fr', 'zgh', 'en'].map((lang) => `/{lang}/search?q={word_${lang}}`),
  ...['', '/members', '/documents', '/log', '/settings'].map(
    (page) => `/{lang}/spaces/{space}${page}`,
  ),
  ...['', '/edit', '/history', '/posts/{post}'].map((page) => `/{lang}/threads/{thread}${page}`),
  ...['', '/history'].map((page) => `/{lang}/challenges/{challenge}${page}`),
  ...['', '/history', '/edit'].map((page) => `/{lang}/practices/{practice}${page}`),
  ...['documents/{document}', 'posts/{post}/edit', 'posts/{post}/history'].map(inLang),
  ...['threads/new?space={space}', 'reports/new?item={thread}'].map(inLang),
  '/files/{file}/a.txt',
]

/** Forms that would tell whether something is there. */
export const POSTED = [
  ...['bookmarks/{thread}', 'follows/{thread}', 'posts/{post}/reactions'].map(inLang),
  ...['spaces/{space}/join', 'spaces/{space}/leave', 'spaces/{space}/follow'].map(inLang),
  ...[
    'reports/new?item={thread}',
    'moderation/items/{thread}/hide',
    'documents/{document}/remove',
  ].map(inLang),
]

function inLang(path: string) {
  return `/{lang}/${path}`
}
