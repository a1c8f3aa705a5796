import { publicUrl } from '#app/settings.server.ts'

// Pages of a person or of the team, forms, and answers to questions that robots would never stop asking.
const CLOSED = [
  'search',
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
