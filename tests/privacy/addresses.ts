import type { Address } from './answer.ts'

/**
 * Every route and the addresses it is walked by. `{name}` is something of the private space (the
 * walk asks again with something absent, and wants the same bytes); `<name>` is something that is
 * open to all. A route without an entry fails the walk: think of what it may tell, then add it.
 * A route that needs nothing (an empty list) says why.
 */
export const ADDRESSES: Record<string, Address[]> = {
  root: [],
  'routes/$lang': [],
  'routes/$': ['/nothing/at/all'],
  'routes/$lang.$': ['/fr/nothing/at/all'],
  'routes/_index': ['/'],
  'routes/$lang._index': ['/fr'],
  'routes/healthz': ['/healthz'],
  'routes/theme': ['/theme'],
  'routes/robots[.]txt': ['/robots.txt'],
  'routes/sw[.]js': ['/sw.js'],
  'routes/manifest.$name': ['/manifest/fr.webmanifest'],
  'routes/sitemap[.]xml': ['/sitemap.xml'],
  'routes/exports.$name': [
    '/exports/library.fr.csv',
    '/exports/library.ar.jsonl',
    '/exports/library.ar.jsonld',
  ],
  'routes/feeds.$name': [
    '/feeds/practices.fr.atom',
    '/feeds/practices.ar.atom',
    '/feeds/challenges.fr.atom',
    '/feeds/threads.fr.atom',
    '/feeds/collections.fr.atom',
    '/feeds/events.fr.atom',
    '/feeds/all.fr.atom',
  ],
  'routes/files.$id.$name': [
    '/files/{file}/a.txt',
    '/files/{file}/vortimexf.txt',
    '/files/{attached}/vortimexf.txt',
  ],
  'routes/drafts.save': [{ path: '/drafts/save', fields: { draft: 'thread', space: '{space}' } }],

  // Standing pages: words of ours, the same for all.
  'routes/$lang.about': ['/fr/about'],
  'routes/$lang.accessibility': ['/fr/accessibility'],
  'routes/$lang.charter': ['/fr/charter'],
  'routes/$lang.design': ['/fr/design'],
  'routes/$lang.privacy': ['/fr/privacy'],
  'routes/$lang.offline._index': ['/fr/offline'],
  'routes/$lang.offline.list': ['/fr/offline/list'],
  'routes/$lang.welcome': ['/fr/welcome'],

  // Accounts.
  'routes/$lang.login': ['/fr/login', '/fr/login?to=/fr/spaces/{space}'],
  'routes/$lang.login_.code': ['/fr/login/code', '/fr/login/code?to=/fr/spaces/{space}'],
  'routes/$lang.login_.again': ['/fr/login/again', '/fr/login/again?to=/fr/spaces/{space}'],
  'routes/$lang.login_.passkey': ['/fr/login/passkey', '/fr/login/passkey?to=/fr/spaces/{space}'],
  'routes/$lang.login_.passkey_.options': ['/fr/login/passkey/options'],
  'routes/$lang.logout': ['/fr/logout'],
  'routes/$lang.notice': ['/fr/notice', '/fr/notice?to=/fr/spaces/{space}'],
  'routes/$lang.signup': ['/fr/signup'],
  'routes/$lang.confirm': ['/fr/confirm', '/fr/confirm?token={invitation}'],
  'routes/$lang.forgot': ['/fr/forgot'],
  'routes/$lang.reset': ['/fr/reset', '/fr/reset?token={invitation}'],
  'routes/$lang.settings': [],
  'routes/$lang.settings._index': ['/fr/settings'],
  'routes/$lang.settings.email._index': ['/fr/settings/email'],
  'routes/$lang.settings.email.link': ['/fr/settings/email/link'],
  'routes/$lang.settings.mails': ['/fr/settings/mails'],
  'routes/$lang.mails': ['/fr/mails', '/fr/mails?key={invitation}'],
  'routes/$lang.settings.export': ['/fr/settings/export'],
  'routes/$lang.settings.data._index': ['/fr/settings/data'],
  'routes/$lang.settings.data.erase': ['/fr/settings/data/erase'],
  'routes/$lang.settings.password': ['/fr/settings/password'],
  'routes/$lang.settings.security._index': ['/fr/settings/security'],
  'routes/$lang.settings.security.app': ['/fr/settings/security/app'],
  'routes/$lang.settings.security.app_.start': ['/fr/settings/security/app/start'],
  'routes/$lang.settings.security.app_.remove': ['/fr/settings/security/app/remove'],
  'routes/$lang.settings.security.codes': ['/fr/settings/security/codes'],
  'routes/$lang.settings.security.passkey': ['/fr/settings/security/passkey'],
  'routes/$lang.settings.security.passkey_.options': ['/fr/settings/security/passkey/options'],
  'routes/$lang.settings.security.passkey_.$id.remove': [
    '/fr/settings/security/passkey/{space_id}/remove',
  ],
  'routes/$lang.settings.sessions': ['/fr/settings/sessions'],
  'routes/$lang.settings.seats._index': ['/fr/settings/seats'],
  'routes/$lang.settings.seats.new': ['/fr/settings/seats/new'],
  'routes/$lang.settings.seats.$id.end': ['/fr/settings/seats/{space_id}/end'],
  'routes/$lang.settings.seats.$id.withdraw': ['/fr/settings/seats/{space_id}/withdraw'],

  'routes/$lang.seats.$id.hand-over': ['/fr/seats/{space_id}/hand-over'],

  // Conversation.
  'routes/$lang.challenges._index': ['/fr/challenges', '/fr/challenges?state=open'],
  'routes/$lang.challenges.new': [
    '/fr/challenges/new',
    '/fr/challenges/new?space={space}',
    { path: '/fr/challenges/new', fields: { space: '{space}' } },
  ],
  'routes/$lang.challenges.$id.($slug)': [
    '/fr/challenges/{challenge}',
    '/fr/challenges/<challenge>',
  ],
  'routes/$lang.challenges.$id.edit': ['/fr/challenges/{challenge}/edit'],
  'routes/$lang.challenges.$id.faces': ['/fr/challenges/{challenge}/faces'],
  'routes/$lang.challenges.$id.progress': ['/fr/challenges/{challenge}/progress'],
  'routes/$lang.challenges.$id.outcome': ['/fr/challenges/{challenge}/outcome'],
  'routes/$lang.challenges.$id.unlink': [
    '/fr/challenges/{challenge}/unlink',
    { path: '/fr/challenges/<challenge>/unlink', fields: { item: '{practice}' } },
  ],
  'routes/$lang.challenges.$id.links': [
    '/fr/challenges/{challenge}/links',
    { path: '/fr/challenges/<challenge>/links', fields: { address: '/fr/practices/{practice}' } },
  ],
  'routes/$lang.challenges.$id.history': [
    '/fr/challenges/{challenge}/history',
    '/fr/challenges/<challenge>/history',
  ],
  'routes/$lang.threads._index': ['/fr/threads', '/fr/threads?challenge={challenge}'],
  'routes/$lang.threads.new': [
    '/fr/threads/new',
    '/fr/threads/new?space={space}',
    '/fr/threads/new?challenge={challenge}',
    '/fr/threads/new?practice={practice}',
    { path: '/fr/threads/new', fields: { space: '{space}' } },
    { path: '/fr/threads/new', fields: { challenge: '{challenge}' } },
    { path: '/fr/threads/new?practice={draft}', fields: { title: 'a' } },
  ],
  'routes/$lang.threads.$id.($slug)': [
    '/fr/threads/{thread}',
    '/fr/threads/{thread}/titre',
    '/fr/threads/{own}',
    '/fr/threads/<thread>',
    '/fr/threads/<thread>?quote={post}',
    '/fr/threads/<thread>?quote={quoting}',
    '/fr/threads/<thread>?sent={post}',
  ],
  'routes/$lang.threads.$id.answer': [
    '/fr/threads/{thread}/answer',
    { path: '/fr/threads/<thread>/answer', fields: { post: '{post}' } },
  ],
  'routes/$lang.threads.$id.practice': [
    '/fr/threads/{thread}/practice',
    { path: '/fr/threads/{thread}/practice', fields: { where: 'open' } },
  ],
  'routes/$lang.threads.$id.credit': [
    '/fr/threads/{thread}/credit',
    { path: '/fr/threads/{thread}/credit', fields: { practice: '{draft}', state: 'agreed' } },
  ],
  'routes/$lang.threads.$id.edit': ['/fr/threads/{thread}/edit', '/fr/threads/{own}/edit'],
  'routes/$lang.threads.$id.history': ['/fr/threads/{thread}/history', '/fr/threads/{own}/history'],
  'routes/$lang.threads.$id.posts.$pid': [
    '/fr/threads/{thread}/posts/{post}',
    '/fr/threads/<thread>/posts/{post}',
  ],
  'routes/$lang.posts.$id.edit': ['/fr/posts/{post}/edit', '/fr/posts/{moderated}/edit'],
  'routes/$lang.posts.$id.history': ['/fr/posts/{post}/history'],
  'routes/$lang.posts.$id.reactions': [
    '/fr/posts/{post}/reactions',
    '/fr/posts/{thread}/reactions',
  ],
  'routes/$lang.posts.$id.withdraw': ['/fr/posts/{post}/withdraw'],
  'routes/$lang.bookmarks._index': ['/fr/bookmarks', '/fr/bookmarks?folder={space_id}'],
  'routes/$lang.bookmarks.$id': ['/fr/bookmarks/{thread}', '/fr/bookmarks/{practice}'],
  'routes/$lang.bookmarks.$id_.move': [
    '/fr/bookmarks/{thread}/move',
    { path: '/fr/bookmarks/<thread>/move', fields: { folder: '{space_id}' } },
  ],
  'routes/$lang.bookmarks.folders._index': ['/fr/bookmarks/folders'],
  'routes/$lang.bookmarks.folders.$id': ['/fr/bookmarks/folders/{space_id}'],
  'routes/$lang.unsend.$id': ['/fr/unsend/{post}', '/fr/unsend/{thread}', '/fr/unsend/{own}'],
  'routes/$lang.follows._index': ['/fr/follows'],
  'routes/$lang.follows.$id': [
    '/fr/follows/{thread}',
    '/fr/follows/{challenge}',
    '/fr/follows/{practice}',
    '/fr/follows/{post}',
  ],
  'routes/$lang.notifications': ['/fr/notifications'],
  'routes/$lang.reports.new': [
    '/fr/reports/new?item={thread}',
    { path: '/fr/reports/new', fields: { item: '{practice}' } },
  ],

  // Library.
  'routes/$lang.practices._index': [
    '/fr/practices',
    '/fr/practices?kind=practice&stage=running',
    '/fr/practices?lang=en',
    '/fr/practices?challenge={challenge}',
  ],
  'routes/$lang.tools': ['/fr/tools'],
  'routes/$lang.practices.new': [
    '/fr/practices/new',
    '/fr/practices/new?space={space}',
    '/fr/practices/new?challenge={challenge}',
    { path: '/fr/practices/new', fields: { space: '{space}' } },
  ],
  // What one has read out of a file is one's own, whoever else is in one's spaces.
  'routes/$lang.practices.import._index': ['/fr/practices/import'],
  'routes/$lang.practices.import.$id._index': ['/fr/practices/import/{import}'],
  'routes/$lang.practices.import.$id.check': [
    '/fr/practices/import/{import}/check',
    '/fr/practices/import/{import}/check?show=out&after=1',
  ],
  'routes/$lang.practices.import.$id.drafts': ['/fr/practices/import/{import}/drafts'],
  'routes/$lang.practices.import.$id.remove': ['/fr/practices/import/{import}/remove'],
  'routes/$lang.practices.$id.($slug)': [
    '/fr/practices/{practice}',
    '/fr/practices/{submitted}',
    '/fr/practices/{draft}',
    '/fr/practices/<practice>',
  ],
  'routes/$lang.practices.$id_.edit': [
    '/fr/practices/{practice}/edit',
    '/fr/practices/{draft}/edit',
    { path: '/fr/practices/<practice>/edit', fields: { challenges: '{challenge}' } },
  ],
  'routes/$lang.practices.$id_.translations._index': [
    '/fr/practices/{practice}/translations',
    { path: '/fr/practices/{practice}/translations', fields: { lang: 'en', seat: 'x' } },
    '/fr/practices/<practice>/translations',
  ],
  'routes/$lang.practices.$id_.translations.$version': [
    '/fr/practices/{practice}/translations/en',
    '/fr/practices/{draft}/translations/en',
    {
      path: '/fr/practices/{practice}/translations/en',
      fields: { title: 'x', revision: '1' },
    },
    '/fr/practices/<practice>/translations/en',
  ],
  'routes/$lang.practices.$id_.translations.$version_.review': [
    '/fr/practices/{practice}/translations/ar/review',
  ],
  'routes/$lang.translations': ['/fr/translations', '/fr/translations?into=en'],
  'routes/$lang.practices.$id_.authors': ['/fr/practices/{practice}/authors'],
  'routes/$lang.practices.$id_.attest': [
    '/fr/practices/{practice}/attest',
    '/fr/practices/{draft}/attest',
    '/fr/practices/<practice>/attest',
  ],
  'routes/$lang.attest': ['/fr/attest', '/fr/attest?token={invitation}', '/fr/attest?sent=1'],
  'routes/$lang.practices.$id_.adoptions': [
    '/fr/practices/{practice}/adoptions',
    '/fr/practices/<practice>/adoptions',
    '/fr/practices/<practice>/adoptions?step={step}',
  ],
  'routes/$lang.practices.$id_.adopt': [
    '/fr/practices/{practice}/adopt',
    { path: '/fr/practices/<practice>/adopt', fields: { from: '{step}' } },
  ],
  'routes/$lang.practices.$id_.running': ['/fr/practices/{practice}/running'],
  'routes/$lang.practices.$id_.verify': ['/fr/practices/{practice}/verify'],
  'routes/$lang.steps.$id.withdraw': ['/fr/steps/{step}/withdraw', '/fr/steps/{thread}/withdraw'],
  'routes/$lang.practices.$id_.files': ['/fr/practices/{practice}/files'],
  'routes/$lang.files.add': ['/fr/files/add'],
  'routes/$lang.drafts': [
    '/fr/drafts',
    { path: '/fr/drafts', fields: { id: '{draft}' } },
    { path: '/fr/drafts', fields: { typed: 'reply:{thread}' } },
  ],
  'routes/$lang.practices.$id_.history': [
    '/fr/practices/{practice}/history',
    '/fr/practices/<practice>/history',
    '/fr/practices/<practice>/history?from=1&to=2',
  ],
  'routes/$lang.practices.$id_.export': [
    '/fr/practices/{practice}/export?as=opsi',
    '/fr/practices/{practice}/export?as=bibtex',
    '/fr/practices/{draft}/export?as=ogp',
    '/fr/practices/{draft}/export?as=ris',
    '/fr/practices/{practice}/export?as=pdf',
    '/fr/practices/<practice>/export?as=pdf',
    '/fr/practices/{practice}/export?as=docx',
    '/fr/practices/<practice>/export?as=participedia',
    '/fr/practices/<practice>/export?as=opsi',
    '/fr/practices/<practice>/export?as=ogp',
    '/fr/practices/<practice>/export?as=bibtex',
    '/fr/practices/<practice>/export?as=ris',
  ],
  'routes/cards.$name': [
    '/cards/{practice}.fr.png',
    '/cards/{challenge}.ar.png',
    '/cards/{thread}.fr.png',
    '/cards/<practice>.fr.png',
  ],
  'routes/i.$id': ['/i/{thread}', '/i/{post}', '/i/{practice}', '/i/{document}', '/i/<practice>'],

  // Collections: public, of what each may read.
  'routes/$lang.collections._index': ['/fr/collections'],
  'routes/$lang.collections.new': ['/fr/collections/new'],
  'routes/$lang.collections.add': [
    '/fr/collections/add?item={practice}',
    '/fr/collections/add?item={thread}',
    '/fr/collections/add?item=<practice>',
  ],
  'routes/$lang.collections.$id.($slug)': [
    '/fr/collections/{practice}',
    '/fr/collections/<collection>',
  ],
  'routes/$lang.collections.$id.edit': ['/fr/collections/<collection>/edit'],
  'routes/$lang.collections.$id.history': ['/fr/collections/<collection>/history'],
  'routes/$lang.collections.$id.entries': [
    '/fr/collections/<collection>/entries',
    '/fr/collections/<collection>/entries?q=commune',
    '/fr/collections/<collection>/entries?q={word_fr}',
    {
      path: '/fr/collections/<collection>/entries',
      fields: { address: '/fr/practices/{practice}' },
    },
    { path: '/fr/collections/<collection>/entries', fields: { remove: '{practice}' } },
    {
      path: '/fr/collections/<collection>/entries',
      fields: { item: '{practice}', before: '<practice>' },
    },
  ],
  'routes/$lang.collections.$id.entries_.$entry': [
    '/fr/collections/<collection>/entries/{practice}',
    '/fr/collections/<collection>/entries/<practice>',
  ],

  // Events: public, with what each may read of what was presented.
  'routes/$lang.events._index': ['/fr/events', '/fr/events?after=2024-12-01T00:00Z~{practice}'],
  'routes/$lang.events.new': ['/fr/events/new'],
  'routes/$lang.events.$id.($slug)': ['/fr/events/{practice}', '/fr/events/<event>'],
  'routes/$lang.events.$id.edit': ['/fr/events/<event>/edit'],
  'routes/$lang.events.$id.history': ['/fr/events/<event>/history'],
  'routes/$lang.events.$id.presentations': [
    '/fr/events/<event>/presentations',
    {
      path: '/fr/events/<event>/presentations',
      fields: {
        ...{ title: 'x', lang: 'fr', collectivity: '16.001.01.01' },
        address: '/fr/practices/{practice}',
      },
    },
  ],
  'routes/$lang.events.$id.presentations_.$presentation': [
    '/fr/events/<event>/presentations/<presentation>',
    '/fr/events/<event>/presentations/{practice}',
    { path: '/fr/events/<event>/presentations/<presentation>', fields: { unlink: '{practice}' } },
    {
      path: '/fr/events/<event>/presentations/<presentation>',
      fields: {
        ...{ title: 'Exposé commun', lang: 'fr', collectivity: '16.001.01.01' },
        address: '/fr/practices/{practice}',
      },
    },
  ],
  'routes/$lang.events.$id.presentations_.$presentation_.write': [
    '/fr/events/<event>/presentations/<presentation>/write',
    '/fr/events/<event>/presentations/{practice}/write',
  ],
  'routes/$lang.events.$id.presentations_.$presentation_.decline': [
    '/fr/events/<event>/presentations/<presentation>/decline',
    {
      path: '/fr/events/<event>/presentations/{practice}/decline',
      fields: { reason: 'x' },
    },
  ],

  // Search and tags.
  'routes/$lang.search': [
    '/fr/search',
    '/fr/search?q=commune',
    '/fr/search?q={word_ar}',
    '/fr/search?q={word_fr}',
    '/fr/search?q={word_zgh}',
    '/fr/search?q={word_en}',
    '/fr/search?q=commune&space={space}',
  ],
  'routes/$lang.search_.help': ['/fr/search/help'],
  'routes/$lang.search_.suggestions': [
    '/fr/search/suggestions?q=commune',
    '/fr/search/suggestions?q={word_ar}',
    '/fr/search/suggestions?q={word_fr}',
    '/fr/search/suggestions?q={word_zgh}',
    '/fr/search/suggestions?q={word_en}',
  ],
  'routes/$lang.references': [
    '/fr/references?q=%23{word_ar}',
    '/fr/references?q=%23{word_fr}',
    '/fr/references?q=%23{word_zgh}',
    '/fr/references?q=%23{word_en}',
    '/fr/references?q=@{word_fr}',
  ],
  'routes/$lang.search_.similar': [
    '/fr/search/similar?q={word_ar}+commune',
    '/fr/search/similar?q={word_fr}+commune',
    '/fr/search/similar?q={word_zgh}+commune',
    '/fr/search/similar?q={word_en}+commune',
  ],
  'routes/$lang.search_.tags': [
    '/fr/search/tags',
    { path: '/fr/search/tags', fields: { q: '{word_fr} commune' } },
  ],
  'routes/$lang.searches._index': [
    '/fr/searches',
    { path: '/fr/searches', fields: { query: 'q=commune&tag={space}' } },
  ],
  'routes/$lang.searches.$id.remove': ['/fr/searches/{space_id}/remove'],
  'routes/$lang.tags._index': ['/fr/tags'],
  'routes/$lang.tags.$slug': ['/fr/tags/<tag>'],
  'routes/$lang.tags.$slug_.merge': ['/fr/tags/<tag>/merge'],
  'routes/$lang.tags.$slug_.edit': ['/fr/tags/<tag>/edit'],
  'routes/$lang.tags.$slug_.follow': ['/fr/tags/<tag>/follow'],
  'routes/$lang.tags.new': ['/fr/tags/new'],

  // Spaces.
  'routes/$lang.spaces._index': ['/fr/spaces'],
  'routes/$lang.spaces.new': ['/fr/spaces/new'],
  'routes/$lang.spaces.$slug': ['/fr/spaces/{space}'],
  'routes/$lang.spaces.$slug._index': [
    '/fr/spaces/{space}',
    '/fr/spaces/{space}?show=threads',
    '/fr/spaces/<space>',
  ],
  'routes/$lang.spaces.$slug.archive': ['/fr/spaces/{space}/archive'],
  'routes/$lang.spaces.$slug.reopen': ['/fr/spaces/{space}/reopen'],
  'routes/$lang.spaces.$slug.documents': ['/fr/spaces/{space}/documents'],
  'routes/$lang.spaces.$slug.invitations.$id.revoke': [
    '/fr/spaces/{space}/invitations/{invitation}/revoke',
    '/fr/spaces/<space>/invitations/{invitation}/revoke',
  ],
  'routes/$lang.spaces.$slug.join': ['/fr/spaces/{space}/join'],
  'routes/$lang.spaces.$slug.follow': ['/fr/spaces/{space}/follow'],
  'routes/$lang.spaces.$slug.leave': ['/fr/spaces/{space}/leave'],
  'routes/$lang.spaces.$slug.log': ['/fr/spaces/{space}/log'],
  'routes/$lang.spaces.$slug.members': ['/fr/spaces/{space}/members'],
  'routes/$lang.spaces.$slug.members_.$handle.remove': [
    '/fr/spaces/{space}/members/<owner>/remove',
  ],
  'routes/$lang.spaces.$slug.members_.$handle.role': ['/fr/spaces/{space}/members/<owner>/role'],
  'routes/$lang.spaces.$slug.requests.$handle.admit': ['/fr/spaces/{space}/requests/<peer>/admit'],
  'routes/$lang.spaces.$slug.requests.$handle.refuse': [
    '/fr/spaces/{space}/requests/<peer>/refuse',
  ],
  'routes/$lang.spaces.$slug.settings': ['/fr/spaces/{space}/settings'],
  'routes/$lang.documents.$id': ['/fr/documents/{document}', '/fr/documents/{thread}'],
  'routes/$lang.documents.$id_.remove': ['/fr/documents/{document}/remove'],
  'routes/$lang.invitations._index': ['/fr/invitations', '/fr/invitations?token={invitation}'],
  'routes/$lang.invitations.accept': [
    { path: '/fr/invitations/accept', fields: { token: '{invitation}' } },
  ],
  'routes/$lang.invitations.decline': [
    { path: '/fr/invitations/decline', fields: { token: '{invitation}' } },
  ],

  // Places and people: the owner and the member have written in the private space.
  'routes/$lang.collectivities._index': ['/fr/collectivities', '/fr/collectivities?q=exemple'],
  'routes/$lang.collectivities.$code.($slug)': [
    '/fr/collectivities/<code>?list=adoptions',
    '/fr/collectivities/<code>',
    '/fr/collectivities/<code>/commune-exemple',
  ],
  'routes/$lang.collectivities.$code.follow': ['/fr/collectivities/<code>/follow'],
  'routes/$lang.collectivities.$code.membership': ['/fr/collectivities/<code>/membership'],
  'routes/$lang.collectivities.$code.stage': ['/fr/collectivities/<code>/stage'],
  'routes/$lang.people.$handle': ['/fr/people/<owner>', '/fr/people/<member>'],

  // Facilitation.
  'routes/$lang.moderation._index': ['/fr/moderation', '/fr/moderation?kind=joins'],
  'routes/$lang.moderation.log': [
    '/fr/moderation/log',
    '/fr/moderation/log?verb=document_removed',
    '/fr/moderation/log?actor=<owner>',
    '/fr/moderation/log?about=@<owner>',
    '/fr/moderation/log?about={thread}',
    '/fr/moderation/log?about={space}',
  ],
  'routes/$lang.moderation.log_.export': [
    { path: '/fr/moderation/log/export', fields: { about: '{space}' } },
    { path: '/fr/moderation/log/export', fields: { about: '{thread}' } },
  ],
  'routes/$lang.moderation.undo.$id': ['/fr/moderation/undo/{act}'],
  'routes/$lang.moderation.figures': ['/fr/moderation/figures'],
  'routes/$lang.moderation.gaps': ['/fr/moderation/gaps'],
  'routes/$lang.moderation.misses': ['/fr/moderation/misses', '/fr/moderation/misses?days=90'],
  'routes/$lang.moderation.thesaurus._index': [
    '/fr/moderation/thesaurus',
    '/fr/moderation/thesaurus?q={word_fr}',
    '/fr/moderation/thesaurus?add=eau&in=fr',
  ],
  'routes/$lang.moderation.thesaurus.new': ['/fr/moderation/thesaurus/new'],
  'routes/$lang.moderation.thesaurus.$slug': [
    '/fr/moderation/thesaurus/<concept>',
    '/fr/moderation/thesaurus/{space}',
  ],
  'routes/$lang.moderation.thesaurus.$slug_.delete': ['/fr/moderation/thesaurus/<concept>/delete'],
  'routes/$lang.admin._index': ['/fr/admin', '/fr/admin?q=Owner'],
  'routes/$lang.admin.people.$handle': ['/fr/admin/people/<owner>', '/fr/admin/people/<member>'],
  'routes/$lang.admin.privacy': ['/fr/admin/privacy'],
  'routes/$lang.admin.system': ['/fr/admin/system'],
  'routes/$lang.moderation.items.$id.$verb': [
    '/fr/moderation/items/{thread}/hide',
    '/fr/moderation/items/{submitted}/publish',
    '/fr/moderation/items/{moderated}/restore',
  ],
  'routes/$lang.moderation.seats.$id.$verb': ['/fr/moderation/seats/{space_id}/confirm'],
}
