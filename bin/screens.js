/**
 * What `npm run screenshots` takes: a name, a path without its language, and what leads further from
 * there: on each page the first link that fits, then what is typed, pressed, or sent. `who` is one of the
 * demonstration's people; a visitor when left out. With `fails`, no further page can be fetched.
 * @typedef {{
 *   name: string, path: string, links?: string[], type?: Record<string, string>, press?: string[],
 *   send?: boolean, fails?: boolean,
 *   who?: 'account' | 'elected' | 'focal' | 'staff' | 'facilitator' | 'admin'
 * }} Screen
 */

const PRACTICE = 'main a[href*="/practices/"]'
const TRANSLATIONS = 'main a[href$="/translations"]'
const CARD = '.item-card a[href*="/practices/"]'
const ADOPTIONS = 'main a[href$="/adoptions"]'
const ADOPT = 'main a[href$="/adopt"]'
const CHALLENGE = 'main .item-card a[href*="/challenges/"]'
const COLLECTION = 'main .card-list a[href*="/collections/"]'
const EVENT = 'main .card-list a[href*="/events/"]'
const THREAD = 'main .item-card a[href*="/threads/"]'
const SPACE = '.item-card a[href*="/spaces/"]'
const MEMBERS = 'main a[href$="/members"]'
const PERSON = 'main a[href*="/people/"]'
const CLOSED_SPACE = '.item-card:has-text("خاص") a[href*="/spaces/"]'
const WORDS =
  '**مهم** وفق القانون 113.14\n\n- أولا\n\n> «اقتباس»\n\n| السنة | DH |\n| --- | --- |\n| 2026 | 10 |'
const LIKE = { title: 'Budget participatif' }

/**
 * What people of the demonstration write first, so that no page is empty that seldom is.
 * @type {(Pick<Screen, 'path' | 'links'> & {
 *   who: NonNullable<Screen['who']>, form: Record<string, string>, times?: number
 * })[]}
 */
export const WRITTEN = [
  {
    who: 'account',
    path: '/threads/new',
    form: {
      title: 'مثال: الأرشيف الورقي',
      body: 'هذا **مثال**: أين تُحفظ السجلات القديمة؟',
      form: 'question',
      lang: 'ar',
      intent: 'send',
    },
  },
  {
    who: 'elected',
    path: '/threads/new',
    form: {
      title: 'Exemple : encombrants et dépôts sauvages',
      body: 'Ceci est un **exemple**.',
      form: 'question',
      lang: 'fr',
      intent: 'send',
    },
  },
  {
    who: 'focal',
    path: '/practices/new',
    form: { title: 'مثال: لقاءات الأحياء', lang: 'ar', intent: 'draft' },
  },
  { who: 'focal', path: '/tags/public-consultation/follow', form: {} },
  // More than a page of the newest thread.
  ...[
    {
      who: /** @type {const} */ ('focal'),
      body: 'مثال: نعم، وفق برنامج PAC 2024.',
      lang: 'ar',
      times: 12,
    },
    {
      who: /** @type {const} */ ('staff'),
      body: `Exemple. ${'Une fois par mois. '.repeat(150)}`,
      lang: 'fr',
      times: 1,
    },
    { who: /** @type {const} */ ('staff'), body: 'Exemple : شكرا.', lang: 'fr', times: 12 },
  ].map(({ body, lang, ...by }) => ({
    ...by,
    path: '/threads',
    links: [THREAD],
    form: { body, lang, intent: 'send' },
  })),
]

/** @type {Screen[]} */
export const SCREENS = [
  { name: 'home', path: '' },
  { name: 'practices', path: '/practices' },
  { name: 'practice', path: '/practices?kind=practice', links: [PRACTICE] },
  { name: 'adoptions', path: '/practices?kind=practice', links: [PRACTICE, ADOPTIONS] },
  { name: 'adopt', path: '/practices?kind=practice', links: [CARD, ADOPT], who: 'elected' },
  { name: 'challenges', path: '/challenges' },
  { name: 'challenge', path: '/challenges', links: [CHALLENGE] },
  { name: 'collections', path: '/collections' },
  { name: 'collection', path: '/collections', links: [COLLECTION] },
  { name: 'events', path: '/events' },
  { name: 'event', path: '/events', links: [EVENT] },
  { name: 'threads', path: '/threads' },
  { name: 'thread', path: '/threads', links: [THREAD] },
  { name: 'spaces', path: '/spaces' },
  { name: 'space', path: '/spaces', links: [SPACE] },
  { name: 'tags', path: '/tags' },
  { name: 'tag', path: '/tags', links: ['main a[href*="/tags/"]'] },
  { name: 'collectivities', path: '/collectivities' },
  { name: 'collectivity', path: '/collectivities/09.001.01.01' },
  { name: 'search', path: '/search?q=budget' },
  { name: 'search-empty', path: '/search' },
  { name: 'search-nothing', path: '/search?q=zzzzqq' },
  { name: 'search-corrected', path: '/search?q=transparance+bugdet' },
  {
    name: 'search-narrowed',
    path: '/search?q=budget&kind=practice&lang=fr&principle=transparence',
  },
  { name: 'search-help', path: '/search/help' },
  { name: 'charter', path: '/charter' },
  { name: 'about', path: '/about' },
  { name: 'privacy', path: '/privacy' },
  { name: 'figures', path: '/moderation/figures' },
  { name: 'login', path: '/login' },
  { name: 'signup', path: '/signup' },
  { name: 'signup-refused', path: '/signup', type: { name: '', email: 'x' }, send: true },
  { name: 'missing', path: '/nowhere' },

  { name: 'home-account', path: '', who: 'account' },
  { name: 'home-member', path: '', who: 'focal' },
  { name: 'thread-member', path: '/threads', links: [THREAD], who: 'focal' },
  { name: 'thread-asker', path: '/threads', links: [THREAD], who: 'elected' },
  { name: 'thread-later', path: '/threads', links: [THREAD, '.pager a[rel=next]'], who: 'focal' },
  {
    name: 'thread-menu',
    path: '/threads',
    links: [THREAD],
    press: ['.post-more summary'],
    who: 'focal',
  },
  {
    name: 'composer-preview',
    path: '/threads',
    links: [THREAD],
    type: { body: WORDS },
    press: ['button[value=preview]'],
    who: 'focal',
  },
  {
    name: 'composer-formatted',
    path: '/threads/new',
    type: { body: WORDS },
    press: ['.writing-mode'],
    who: 'staff',
  },
  {
    name: 'composer-near-limit',
    path: '/threads/new',
    type: { title: 'ع'.repeat(195), body: 'نص '.repeat(13_200) },
    who: 'facilitator',
  },
  { name: 'composer-refused', path: '/threads/new', send: true, who: 'elected' },
  { name: 'notifications-grouped', path: '/notifications', who: 'elected' },
  { name: 'private-space', path: '/spaces', links: [CLOSED_SPACE], who: 'staff' },
  { name: 'space-outside', path: '/spaces', links: [SPACE], who: 'account' },
  { name: 'failure', path: '', fails: true, press: ['main a[href*="/practices"]'], who: 'focal' },
  { name: 'challenge-member', path: '/challenges', links: [CHALLENGE], who: 'focal' },
  { name: 'practice-member', path: '/practices', links: [CARD], who: 'focal' },
  { name: 'translations', path: '/practices', links: [CARD, TRANSLATIONS], who: 'focal' },
  {
    name: 'translate',
    path: '/practices',
    links: [CARD, TRANSLATIONS, 'main a[href$="/translations/en"]'],
    who: 'focal',
  },
  { name: 'translation-queue', path: '/translations', who: 'focal' },
  { name: 'verify', path: '/practices', links: [CARD, 'main a[href$="/verify"]'], who: 'focal' },
  {
    name: 'running',
    path: '/collectivities/01.331.01.03',
    links: [PRACTICE, 'main a[href$="/running"]'],
    who: 'focal',
  },
  { name: 'offline', path: '/offline' },
  {
    name: 'from-thread',
    path: '/threads',
    links: [THREAD, 'main a[href$="/practice"]'],
    who: 'focal',
  },
  { name: 'new-practice', path: '/practices/new', who: 'focal' },
  { name: 'new-challenge', path: '/challenges/new', who: 'focal' },
  { name: 'new-thread', path: '/threads/new', who: 'focal' },
  { name: 'similar', path: '/threads/new', type: LIKE, who: 'focal' },
  { name: 'similar-step', path: '/threads/new', type: LIKE, send: true, who: 'account' },
  { name: 'drafts', path: '/drafts', who: 'focal' },
  { name: 'bookmarks', path: '/bookmarks', who: 'focal' },
  { name: 'follows', path: '/follows', who: 'focal' },
  { name: 'folders', path: '/bookmarks/folders', who: 'focal' },
  { name: 'searches', path: '/searches', who: 'focal' },
  { name: 'notifications', path: '/notifications', who: 'focal' },
  { name: 'settings', path: '/settings', who: 'focal' },
  { name: 'settings-seats', path: '/settings/seats', who: 'focal' },
  { name: 'settings-email', path: '/settings/email', who: 'focal' },
  { name: 'settings-mails', path: '/settings/mails', who: 'focal' },
  { name: 'settings-security', path: '/settings/security', who: 'focal' },
  { name: 'settings-data', path: '/settings/data', who: 'focal' },
  { name: 'erase', path: '/settings/data/erase', who: 'focal' },
  { name: 'new-seat', path: '/settings/seats/new', who: 'account' },
  { name: 'new-space', path: '/spaces/new', who: 'focal' },
  { name: 'members', path: '/spaces', links: [SPACE, MEMBERS], who: 'focal' },
  { name: 'person', path: '/spaces', links: [SPACE, MEMBERS, PERSON], who: 'focal' },

  { name: 'home-facilitator', path: '', who: 'facilitator' },
  { name: 'new-collection', path: '/collections/new', who: 'facilitator' },
  {
    name: 'collection-entries',
    path: '/collections',
    links: [COLLECTION, 'main a[href$="/entries"]'],
    who: 'facilitator',
  },
  {
    name: 'entry-note',
    path: '/collections',
    links: [COLLECTION, 'main a[href$="/entries"]', 'main a[href*="/entries/"]'],
    who: 'facilitator',
  },
  {
    name: 'collect',
    path: '/practices?kind=practice',
    links: [CARD, 'main a[href*="/collections/add"]'],
    who: 'facilitator',
  },
  { name: 'new-event', path: '/events/new', who: 'facilitator' },
  {
    name: 'add-presentation',
    path: '/events',
    links: [EVENT, 'main a[href$="/presentations"]'],
    who: 'facilitator',
  },
  { name: 'queue', path: '/moderation', who: 'facilitator' },
  { name: 'log', path: '/moderation/log', who: 'facilitator' },
  { name: 'vocabulary', path: '/moderation/thesaurus', who: 'facilitator' },
  { name: 'new-word', path: '/moderation/thesaurus/new', who: 'facilitator' },
  { name: 'misses', path: '/moderation/misses', who: 'facilitator' },
  { name: 'gaps', path: '/moderation/gaps', who: 'facilitator' },
  { name: 'admin', path: '/admin', who: 'admin' },
  { name: 'admin-system', path: '/admin/system', who: 'admin' },
  { name: 'admin-privacy', path: '/admin/privacy', who: 'admin' },
]
