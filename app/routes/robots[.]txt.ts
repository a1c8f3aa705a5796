import { publicUrl } from '#app/settings.server.ts'

// Pages of a person or of the team, and forms; and searches that are narrowed or gone on with, of which robots
// would never stop asking for more. Plain ones are open, to be read that they are no pages of their own.
const CLOSED = [
  'search?*&',
  'searches',
  'login',
  'signup',
  'forgot',
  'reset',
  'confirm',
  'settings',
  'notifications',
  'drafts',
  'bookmarks',
  'moderation',
  'admin',
]

export function loader() {
  const lines = [
    'User-agent: *',
    ...CLOSED.map((path) => `Disallow: /*/${path}`),
    'Disallow: /*/new$',
    '',
    `Sitemap: ${publicUrl()}/sitemap.xml`,
    '',
  ]
  return new Response(lines.join('\n'), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })
}
