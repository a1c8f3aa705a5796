import type { APIRequestContext } from '@playwright/test'
import { sessionOf, type Who } from './people.ts'

/** A page to look at: its path without the language, and its status where that is not 200. */
export type Look = { path: string; status?: number; langs?: string[]; fields?: Fields }

type Fields = Record<string, string>
/** Paths of what the sample content brings. */
type Sample = { practice: string; tag: string }
type World = Awaited<ReturnType<typeof fill>>

/** Writes what the sample content has not: a space, a challenge, a thread, a collection, an event. */
export async function fill(request: APIRequestContext) {
  const space = await written(request, 'facilitator', '/spaces/new', {
    name: 'Espace des pages',
    purpose: 'Un espace pour les regarder toutes.',
    lang: 'fr',
    visibility: 'public',
    joining: 'open',
  })
  // Titles of one word: like none that another worker wrote, in the eyes of the step before publishing.
  const challenge = await written(request, 'member', '/challenges/new', {
    title: 'Lisibilité',
    body: 'Les habitants ne le **comprennent** pas.',
    principles: 'transparence',
    lang: 'fr',
  })
  const thread = await written(request, 'member', `/threads/new?challenge=${challenge[1]}`, {
    title: 'الميزانية',
    body: '| السنة | المبلغ |\n| --- | --- |\n| 2026 | 10 |\n\n- أولا\n- ثانيا',
    form: 'question',
    lang: 'ar',
  })
  const path = thread.join('/')
  await written(request, 'stranger', `/${path}`, { body: 'Avec `un tableau`.', lang: 'fr' })
  await written(request, 'member', `/${path}`, { body: '> Merci\n\nشكرا', lang: 'ar' })
  await written(request, 'stranger', `/threads/${thread[1]}/practice`, { where: 'open' })
  const made = await written(request, 'facilitator', '/collections/new', {
    title: 'Premiers pas',
    body: 'Pour **commencer**.',
    lang: 'fr',
  })
  const collection = made.slice(0, 2).join('/')
  for (const address of [challenge[1]!, thread[1]!]) {
    await written(request, 'facilitator', `/${collection}/entries`, { address })
  }
  const note = `${collection}/entries/${thread[1]}`
  await written(request, 'facilitator', `/${note}`, { note: 'لماذا؟', lang: 'ar' })
  const held = await written(request, 'facilitator', '/events/new', {
    ...{ title: 'Rencontre des pages', body: 'Pour **échanger**.', lang: 'fr' },
    ...{ place: 'وجدة', starts_on: '2025-06-02', ends_on: '2025-06-03' },
  })
  const event = held.slice(0, 2).join('/')
  await written(request, 'facilitator', `/${event}/presentations`, {
    ...{ title: 'Ce que nous faisons', lang: 'fr', collectivity: '01.331.01.03' },
  })
  await written(request, 'member', '/bookmarks/folders', { name: 'À relire' })
  await written(request, 'member', `/bookmarks/${thread[1]}`, { list: 'all' })
  return {
    space: space.join('/'),
    challenge: challenge.slice(0, 2).join('/'),
    thread: path,
    collection,
    note,
    event,
  }
}

/** Every page that somebody meets, by who meets it first. */
export function pagesOf(
  { space, challenge, thread, collection, note, event }: World,
  sample: Sample,
) {
  const { practice, tag } = sample
  const visitor = looks([
    { path: '', langs: ['ar', 'fr', 'en', 'zgh'] },
    { path: '/search?q=budget', langs: ['ar', 'fr', 'en', 'zgh'] },
    { path: '/practices', langs: ['ar', 'fr', 'en', 'zgh'] },
    ...[
      '/search',
      '/search/help',
      '/search?q=zzzzqq',
      '/tools',
      '/challenges',
      '/threads',
      '/spaces',
      '/tags',
    ],
    ...['/collectivities', '/collectivities/01.331.01.03', '/charter', '/about', '/privacy'],
    ...['/moderation/figures', '/collections', `/${collection}`],
    ...['/events', `/${event}`],
    ...[
      '/accessibility',
      '/offline',
      '/offline/list',
      '/login',
      '/login/passkey',
      '/signup',
      '/forgot',
      `/${space}`,
      `/${space}/members`,
    ],
    ...[
      practice,
      `${practice}/history`,
      `${practice}/adoptions`,
      tag,
      `/${challenge}`,
      `/${thread}`,
      '/people/exemple-member',
    ],
    { path: '/nowhere', status: 404 },
    { path: '/attest', status: 410 },
    '/attest?sent=1',
    { path: '/login', status: 422, fields: { email: 'x', password: '' } },
    { path: '/signup', status: 422, fields: { name: '' } },
  ])
  const member = looks([
    ...['', `/${challenge}`, `/${thread}`, '/practices/new', '/challenges/new', '/threads/new'],
    ...[
      '/drafts',
      '/bookmarks',
      '/bookmarks/folders',
      '/searches',
      '/notifications',
      '/settings',
      '/settings/seats',
      '/settings/email',
    ],
    ...['/settings/seats/new', '/settings/password', '/settings/sessions', '/spaces/new', practice],
    ...['/settings/data', '/settings/data/erase'],
    ...['/settings/security', '/settings/security/passkey', '/settings/security/codes'],
    '/login/again',
    `${practice}/adopt`,
    ...[`/${space}`, `/${challenge}/edit`],
    ...['edit', 'practice', 'credit'].map((part) => `/threads/${thread.split('/')[1]}/${part}`),
    `/threads/new?practice=${practice.split('/')[2]}`,
    `/reports/new?item=${practice.split('/')[2]}`,
    { path: '/admin', status: 403 },
    { path: '/practices/new', status: 422, fields: { title: '' } },
    { path: '/challenges/new', status: 422, fields: { title: '', lang: 'fr' } },
    { path: '/threads/new', status: 422, fields: { title: '', lang: 'fr' } },
  ])
  const facilitator = looks([
    '/moderation/gaps',
    ...['/collections/new', `/${collection}/entries`, `/${collection}/edit`, `/${note}`],
    ...['/events/new', `/${event}/edit`, `/${event}/presentations`],
    `/collections/add?item=${practice.split('/')[2]}`,
    ...['/moderation/thesaurus', '/moderation/thesaurus/new', '/moderation/misses'],
    ...['/moderation', '/moderation/log', '/tags', '/tags/new', `${tag}/edit`, `${tag}/merge`],
    ...[`${practice}/edit`, `${practice}/files`, `/${challenge}`, `/${thread}`],
    ...['members', 'settings', 'documents', 'log'].map((part) => `/${space}/${part}`),
  ])
  const admin = looks(['/admin', '/admin/system', '/admin/privacy', '/admin/people/exemple-member'])
  return { visitor, member, facilitator, admin }
}

function looks(given: (string | Look)[]): Look[] {
  return given.map((look) => (typeof look === 'string' ? { path: look } : look))
}

/** Posts a form as one of the people; gives the parts of the address that it leads to, after the language. */
export async function written(request: APIRequestContext, who: Who, path: string, form: Fields) {
  const { name, value } = sessionOf(who)
  const headers = { Cookie: `${name}=${value}` }
  const answer = await request.post(`/fr${path}`, { form, headers, maxRedirects: 0 })
  const to = answer.headers().location
  if (answer.status() !== 302 || !to) throw new Error(`${path}: ${answer.status()}`)
  return to.split(/[?#]/)[0]!.split('/').slice(2)
}
