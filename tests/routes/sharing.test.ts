import { encode } from 'uqr'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { writeTexts } from '#app/domain/items/texts.server.ts'
import { sealItem } from '#app/domain/items/write.server.ts'
import { loadPrinciples } from '#app/domain/reference/taxonomy.server.ts'
import { drawLine } from '#app/http/card-picture.server.ts'
import { qrCode } from '#app/http/qr-code.server.ts'
import { db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { readWord, wordsOfPdf } from '#tests/support/documents.ts'
import {
  aChallenge,
  aMember,
  aPost,
  aPractice,
  aSpace,
  aThread,
  changeItem,
} from '#tests/support/factories.ts'
import { get, ORIGIN } from '#tests/support/requests.ts'
import { linkedDataOf, scriptsIn } from '#tests/support/scripts.ts'

beforeAll(() => loadPrinciples(db))

const ABSENT = 'zzzzzzzzzzzz'

async function read(path: string, who: { id: string } | null = null) {
  return (await get(who, encodeURI(path))).text()
}

async function translate(id: string, lang: Lang, title: string) {
  await db.transaction().execute(async (trx) => {
    await writeTexts(trx, id, lang, { title })
    await sealItem(trx, id, null)
  })
}

async function publish(id: string) {
  await changeItem(id, { published_at: '2026-03-05T10:00:00.000Z' })
}

test('a practice names its own address, that in each language, and its card', async () => {
  const { id } = await aPractice({ title: 'Budget ouvert', summary: 'En bref' })
  await translate(id, 'ar', 'ميزانية')
  const html = await read(`/fr/practices/${id}/budget-ouvert?utm_source=x`)
  const at = (path: string) => `href="${encodeURI(`${ORIGIN}${path}`)}"`
  expect(html).toContain(`<link rel="canonical" ${at(`/fr/practices/${id}/budget-ouvert`)}/>`)
  expect(html).toContain(`hrefLang="ar" ${at(`/ar/practices/${id}/ميزانية`)}/>`)
  expect(html).toContain(`hrefLang="en" ${at(`/en/practices/${id}/budget-ouvert`)}/>`)
  expect(html).toContain(`hrefLang="x-default" ${at(`/i/${id}`)}/>`)
  expect(html).toContain('<meta property="og:title" content="Budget ouvert"/>')
  expect(html).toContain('property="og:description" content="En bref"')
  expect(html).toContain(`property="og:image" content="${ORIGIN}/cards/${id}.fr.png`)
  expect(html).toContain('<meta name="twitter:card" content="summary_large_image"/>')
  const arabic = await read(`/fr/practices/${id}/ميزانية?version=ar`)
  expect(arabic).toContain(`<link rel="canonical" ${at(`/ar/practices/${id}/ميزانية`)}/>`)
  expect(await read(`/fr/practices/${id}/budget-ouvert`, await aMember())).not.toContain('og:')
})

test('the card of a page of replies, of a space and of the home page', async () => {
  const thread = await aThread({ title: 'Une question' })
  const replies = await read(
    `/fr/threads/${thread.id}/une-question?sent=x&after=2026-01-01T00:00:00.000Z~${ABSENT}`,
  )
  expect(replies).toMatch(/rel="canonical" href="[^"]+\/une-question\?after=2026[^"&]+"/)
  const space = await aSpace({ visibility: 'public', name: 'Un cercle' })
  const open = await read(`/fr/spaces/${space.slug}?show=threads`)
  expect(open).toContain(`rel="canonical" href="${ORIGIN}/fr/spaces/${space.slug}"`)
  expect(open).toContain('<meta property="og:title" content="Un cercle"/>')
  const network = await aSpace({ visibility: 'network', name: 'Réservé' })
  expect(await read(`/fr/spaces/${network.slug}`)).not.toContain('og:')
  const home = await read('/fr')
  expect(home).toContain(`content="${ORIGIN}/cards/site.fr.png"`)
  expect(linkedDataOf(home)).toMatchObject({ '@type': 'WebSite', url: `${ORIGIN}/fr` })
})

test('what pages are in the words of schema.org', async () => {
  const practice = await aPractice({ title: 'Une pratique', principles: ['transparence'] })
  await publish(practice.id)
  expect(linkedDataOf(await read(`/fr/practices/${practice.id}/une-pratique`))).toMatchObject({
    '@type': 'HowTo',
    name: 'Une pratique',
    about: ['Transparence'],
    license: 'https://creativecommons.org/licenses/by/4.0/',
    creator: { '@type': 'GovernmentOrganization', name: 'Commune Exemple' },
    datePublished: '2026-03-05T10:00:00.000Z',
  })
  const challenge = await aChallenge({ title: 'Un défi' })
  const asked = linkedDataOf(await read(`/fr/challenges/${challenge.id}/un-defi`))
  expect(asked).toMatchObject({ '@type': 'Question', name: 'Un défi', answerCount: 0 })
  const thread = await aThread({ title: 'Comment faire ?' })
  const answer = await aPost(thread, { body: 'Ainsi **fait**', author: await aMember() })
  await db
    .updateTable('thread')
    .set({ accepted_post_id: answer.id })
    .where('item_id', '=', thread.id)
    .execute()
  const page = linkedDataOf(await read(`/fr/threads/${thread.id}/comment-faire`))
  expect(page).toMatchObject({
    '@type': 'QAPage',
    mainEntity: { answerCount: 1, acceptedAnswer: { '@type': 'Answer', text: 'Ainsi fait' } },
  })
  await changeItem(answer.id, { hidden_at: new Date().toISOString() })
  const hidden = await read(`/fr/threads/${thread.id}/comment-faire`)
  expect(hidden).not.toContain('Ainsi')
  expect(linkedDataOf(hidden)!.mainEntity).not.toHaveProperty('acceptedAnswer')
})

test('no title ends the data before its end', async () => {
  const title = '</script><script>alert(1)</script><!--<script>'
  const { id } = await aThread({ title })
  const html = await (
    await get(null, `/fr/threads/${id}/script-script-alert-1-script-script`)
  ).text()
  expect(linkedDataOf(html)!.mainEntity.name).toBe(title)
  expect(scriptsIn(html)).toEqual([])
  expect(html).not.toContain('<!--<')
})

test('a card is a picture of what everyone may read, sent once as long as it says the same', async () => {
  const author = await aMember()
  const { id } = await aPractice({ author, title: 'الميزانية التشاركية', lang: 'ar' })
  const card = await get(null, `/cards/${id}.ar.png`)
  expect([card.status, card.headers.get('content-type')]).toEqual([200, 'image/png'])
  const tag = card.headers.get('etag')!
  expect(tag).toMatch(/^"[\w-]{27}"$/)
  const picture = Buffer.from(await card.arrayBuffer())
  expect(await sharp(picture).metadata()).toMatchObject({ width: 1200, height: 630 })
  expect(picture.length).toBeLessThan(60_000)
  const again = (etag: string) =>
    get(null, `/cards/${id}.ar.png`, { headers: { 'if-none-match': etag } })
  expect((await again(tag)).status).toBe(304)
  await translate(id, 'ar', 'عنوان آخر')
  expect((await again(tag)).status).toBe(200)

  const closed = await aSpace({ visibility: 'private' }, [author])
  const hidden = [
    await aPractice({ author, space: closed }),
    await aPractice({ author, state: 'draft' }),
    await aThread(),
  ]
  const absent = await (await get(author, `/cards/${ABSENT}.ar.png`)).text()
  for (const item of [...hidden, { id: 'x' }]) {
    const answer = await get(author, `/cards/${item.id}.ar.png`)
    expect([answer.status, await answer.text()]).toEqual([404, absent])
  }
  for (const wrong of [`${id}.de.png`, `${id}.ar.svg`, `${id}.ar`, id]) {
    expect((await get(null, `/cards/${wrong}`)).status).toBe(404)
  }
})

// As wide and high as the faces in app/http/fonts draw them; no other face draws them so.
test('cards are written in the faces that come with the program', async () => {
  const sizes = await Promise.all(
    ['ملتقى', 'Multaqa', 'ⵜⴰⵎⴰⵣⵉⵖⵜ'].map(async (words) => {
      const { width, height } = await drawLine(words, 64, '#000000', 600)
      return [width, height]
    }),
  )
  expect(sizes).toEqual([
    [146, 62],
    [235, 60],
    [292, 48],
  ])
})

test('the short address leads to the item in the language of whoever follows it', async () => {
  const author = await aMember()
  const { id } = await aPractice({ title: 'Budget ouvert' })
  const leadsTo = async (path: string, who: { id: string } | null = null, lang = 'fr') =>
    (await get(who, path, { headers: { 'accept-language': lang } })).headers.get('location')
  expect(await leadsTo(`/i/${id}`)).toBe(`/fr/practices/${id}/budget-ouvert`)
  expect(await leadsTo(`/i/${id}`, null, 'ar')).toBe(`/ar/practices/${id}/budget-ouvert`)
  const thread = await aThread({ title: 'À lire' })
  const reply = await aPost(thread)
  expect(await leadsTo(`/i/${reply.id}`)).toBe(`/fr/threads/${thread.id}/posts/${reply.id}`)
  const closed = await aSpace({ visibility: 'private' }, [author])
  const secret = await aThread({ author, space: closed, title: 'Entre nous' })
  expect(await leadsTo(`/i/${secret.id}`, author)).toContain('/entre-nous')
  for (const hidden of [secret.id, ABSENT]) {
    expect(await leadsTo(`/i/${hidden}`)).toBe(`/fr/i/${hidden}`)
    expect((await get(null, `/fr/i/${hidden}`)).status).toBe(404)
  }
})

test('the code on a page is that of its short address', async () => {
  const address = `${ORIGIN}/i/abcdefghijkl`
  const { path, size } = qrCode(address)
  const drawn = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let i = 0; i < Number(length); i++) drawn[Number(y)]![Number(x) + i] = true
  }
  expect(drawn).toEqual(encode(address, { border: 4 }).data)
  const { id } = await aPractice({ title: 'Avec un code' })
  await publish(id)
  expect(await read(`/fr/practices/${id}/avec-un-code`)).toContain(qrCode(`${ORIGIN}/i/${id}`).path)
})

test('a draft is not passed on', async () => {
  const author = await aMember()
  const { id } = await aPractice({ author, title: 'Pas encore', state: 'draft' })
  expect(await read(`/fr/practices/${id}/pas-encore`, author)).not.toContain('wa.me')
})

test('a practice is cited as programs for references take it in', async () => {
  const author = await aMember({ name: 'Aïcha B. {x}' })
  const { id } = await aPractice({ author, title: 'Eau & 100 %\nde {vie} \\o_o', summary: 'Bref' })
  await publish(id)
  const cite = (as: string, who: { id: string } | null = null, of: string = id) =>
    get(who, `/fr/practices/${of}/export?as=${as}`)
  const bibtex = await cite('bibtex')
  expect(bibtex.headers.get('content-disposition')).toContain(`multaqa-${id}.bib`)
  expect(await bibtex.text()).toBe(`@online{multaqa_${id},
  title = {{Eau \\& 100 \\% de vie /o\\_o}},
  author = {{Aïcha B. x} and {Commune Exemple}},
  year = {2026},
  date = {2026-03-05},
  publisher = {Multaqa},
  url = {${ORIGIN}/i/${id}},
  langid = {fr},
  note = {CC BY 4.0},
}
`)
  const ris = (await (await cite('ris')).text()).split('\r\n')
  expect(ris).toContain('TI  - Eau & 100 % de {vie} \\o_o')
  expect(ris).toContain('AU  - Commune Exemple,')
  expect([ris[0], ris.at(-2)]).toEqual(['TY  - ELEC', 'ER  - '])
  expect((await cite('odt')).status).toBe(404)
  const draft = await aPractice({ author, state: 'draft' })
  const seen = async (of: string) => [
    (await cite('ris', null, of)).status,
    await (await cite('ris', null, of)).text(),
  ]
  expect(await seen(draft.id)).toEqual(await seen(ABSENT))
  expect((await cite('ris', author, draft.id)).status).toBe(200)
})

// The names of the fields as the forms have them: OPSI's of March 2022, Participedia's case structure.
const OPSI = [
  ...['organisation_name *', 'organisation_type', 'country *', 'level_of_government *'],
  ...['name_of_innovation *', 'innovation_website', 'year_innovation_launched *'],
  ...['short_and_simple_explanation *', 'executive_summary *', 'innovation_tags *'],
  ...['innovation_tags_opengov *', 'what_makes_your_project_innovative *', 'innovation_status *'],
  ...['status_description *', 'collaboration_partnerships *', 'users_stakeholders_beneficiaries'],
  ...[
    'results_impact *',
    'challenges *',
    'conditions_to_success *',
    'potential_to_be_replicated *',
  ],
  ...['lessons_to_share *', 'other_related_url'],
]
const PARTICIPEDIA = ['title', 'description', 'body', 'general_issues', 'specific_topics', 'location', 'scope_of_influence', 'links', 'start_date', 'end_date', 'ongoing', 'insights_outcomes', 'primary_organizer', 'organizer_types', 'legality', 'original_language', 'completeness'] // prettier-ignore

test('a practice is handed in elsewhere under the names of that form, with what is still to be done', async () => {
  const long = 'Une leçon. '.repeat(120)
  const practice = await aPractice({
    title: 'Budget ouvert',
    summary: 'En bref',
    principles: ['acces_information', 'transparence'],
    body: 'Nous **publions**.',
  })
  await db.transaction().execute(async (trx) => {
    const sections = { lessons: long, results: 'Deux fois plus.' }
    await writeTexts(trx, practice.id, 'fr', { sections })
    await sealItem(trx, practice.id, null)
  })
  const as = (form: string) => read(`/fr/practices/${practice.id}/export?as=${form}`)
  const opsi = await as('opsi')
  const names = [...opsi.matchAll(/^## ([a-z_]+(?: \*)?)/gm)].map(([, name]) => name)
  expect(names).toEqual(OPSI)
  for (const text of ['Budget ouvert', 'Nous publions.', 'à ramener à 1000', 'Local']) {
    expect(opsi).toContain(text)
  }
  expect(opsi).toMatch(/what_makes_your_project_innovative \* \(≤ 1000 — à compléter\)/)
  const ogp = await as('ogp')
  expect(ogp).toMatch(/## OGP Value \*\n\nPublic Accountability; Access to information\n/)
  const record = JSON.parse(await as('participedia')) as Record<string, unknown>
  expect(Object.keys(record)).toEqual(PARTICIPEDIA)
  expect(record).toMatchObject({ title: 'Budget ouvert', scope_of_influence: 'city/town' })
  expect((await get(null, `/fr/practices/${practice.id}/export?as=odt`)).status).toBe(404)
})

test('the library is taken along whole, without what is closed, hidden or a draft', async () => {
  const space = await aSpace({ visibility: 'private' }, [await aMember()])
  const open = await aPractice({ title: '=1+1, dit-on', summary: 'En bref', principles: ['transparence'] }) // prettier-ignore
  await aPractice({ title: 'Close', space })
  await aPractice({ title: 'Brouillon', state: 'draft' })
  const hidden = await aPractice({ title: 'Masquée' })
  await changeItem(hidden.id, { hidden_at: '2026-01-01T00:00:00.000Z' })
  for (const who of [null, await aMember()]) {
    const csv = await read('/exports/library.fr.csv', who)
    expect(csv).toContain(`"${open.id}","${ORIGIN}/i/${open.id}","practice","fr","'=1+1, dit-on"`)
    const lines = (await read('/exports/library.fr.jsonl', who)).trim().split('\n')
    const records = lines.map((line) => JSON.parse(line) as { id: string })
    expect(records.find(({ id }) => id === open.id)).toMatchObject({ principles: ['transparence'] })
    const catalogue = await read('/exports/library.fr.jsonld', who)
    const { 'dcat:dataset': dataset, 'dcat:resource': resources } = JSON.parse(catalogue) as {
      'dcat:dataset': { 'dcat:distribution': unknown[] }
      'dcat:resource': { 'dct:identifier': string }[]
    }
    expect(dataset['dcat:distribution']).toHaveLength(2)
    expect(resources).toHaveLength(records.length)
    expect(resources.find((one) => one['dct:identifier'] === open.id)).toMatchObject({
      '@id': `${ORIGIN}/i/${open.id}`,
      'dct:title': { '@value': '=1+1, dit-on', '@language': 'fr' },
      'dct:license': { '@id': 'https://creativecommons.org/licenses/by/4.0/' },
    })
    for (const text of ['Close', 'Brouillon', 'Masquée']) {
      expect(csv + catalogue + lines.join('')).not.toContain(text)
    }
  }
  for (const name of ['library.fr.xlsx', 'people.fr.csv', 'library.de.csv', 'library.fr.csv.x']) {
    expect((await get(null, `/exports/${name}`)).status, name).toBe(404)
  }
})

const MARKUP =
  '#import "/print.js": * #read("/etc/passwd") $x^2$ @touda <label> \\u{41} /* x */ `raw`'

test('a practice as a sheet: its words, whatever they hold, in the language of the reader', async () => {
  const body = `## Avant\n\n- ${MARKUP.replaceAll(/[#*`_<$\\]/g, '\\$&')}\n\n| Quand | Qui |\n|-|-|\n| Mars | Conseil |`
  const { id } = await aPractice({ title: MARKUP, summary: 'En *bref*', body, lang: 'fr' })
  await publish(id)
  const path = `/fr/practices/${id}/export?as=pdf`
  const answer = await get(null, path)
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  expect(answer.headers.get('content-disposition')).toContain(`multaqa-${id}.pdf`)
  const { text, info } = await wordsOfPdf(answer)
  expect(info).toMatchObject({ Title: MARKUP, Language: 'fr' })
  for (const words of ['Commune Exemple', 'En *bref*', 'Étapes suivies', 'Avant', `• ${MARKUP}`]) {
    expect(text).toContain(words)
  }
  for (const words of ['Mars', 'Conseil', 'CC BY 4.0', '5 mars 2026', `${ORIGIN}/i/${id}`]) {
    expect(text).toContain(words)
  }
  await translate(id, 'ar', 'ميزانية مفتوحة')
  const arabic = await wordsOfPdf(await get(null, `/ar/practices/${id}/export?as=pdf`))
  expect(arabic.info).toMatchObject({ Title: 'ميزانية مفتوحة', Language: 'ar' })
  const slug = String(arabic.info.Title).replaceAll(' ', '-')
  expect(await read(`/ar/practices/${id}/${slug}`)).toContain('as=pdf&amp;version=ar')
})

test('a practice for a word processor: read back, every part is there, each word on its side', async () => {
  const body = `## مراحل الإنجاز

اعتمدت الجماعة **برنامج** (PAC 2024) مع *الساكنة*، انظر [البوابة](https://example.org/a).
سطر  
تال

3. لقاء
   - محضر *vu*
4. نشر

> قول

| المرحلة | Qui |
|-|-|
| لقاء | **Conseil** |

\`\`\`
a <b> & c
  d
\`\`\``
  const summary = 'الملخص: 40 % من PAC'
  const given = { title: MARKUP, summary, body, lang: 'ar' as const }
  const { id } = await aPractice({ ...given, principles: ['transparence'] })
  await publish(id)
  const answer = await get(null, `/ar/practices/${id}/export?as=docx`)
  expect(answer.headers.get('content-disposition')).toContain(`multaqa-${id}.docx`)
  const { html, parts } = await readWord(answer)
  for (const read of [
    'اعتمدت الجماعة <strong>برنامج</strong> (PAC 2024) مع <strong>الساكنة</strong>، انظر <a href="https://example.org/a">البوابة</a>. سطر<br />تال',
    '<h3>مراحل الإنجاز</h3>',
    '<ol><li>لقاء<ul><li>محضر <em>vu</em></li></ul></li><li>نشر</li></ol>',
    '<tr><th><p><strong>المرحلة</strong></p></th><th><p><strong>Qui</strong></p></th></tr>',
    '<tr><td><p>لقاء</p></td><td><p><strong>Conseil</strong></p></td></tr>',
    '<p>a &lt;b&gt; &amp; c<br />  d</p>',
    '<p>قول</p>',
    `<h1>الخطوات المتبعة</h1>`,
    '<td><p>الجماعة الترابية</p></td><td><p>جماعة المثال</p></td>',
    '<td><p>الرخصة</p></td><td><p>CC BY 4.0</p></td>',
    '<td><p>مبادئ الانفتاح</p></td><td><p>الشفافية</p></td>',
    `<p>${summary}</p>`,
    `<a href="${ORIGIN}/i/${id}">${ORIGIN}/i/${id}</a>`,
    '5 مارس 2026',
  ]) {
    expect(html).toContain(read)
  }
  expect(html).toContain(MARKUP.replace(/</g, '&lt;').replace(/>/g, '&gt;'))
  const document = parts['word/document.xml']!
  const run = (words: string) =>
    document.split('<w:r>').find((one) => one.includes(`>${words}</w:t>`))!
  expect(run('PAC 2024')).toContain('<w:lang w:val="fr-FR"/>')
  expect(run('PAC 2024')).not.toContain('<w:rtl/>')
  expect(run('برنامج')).toMatch(/<w:b\/><w:bCs\/>.*<w:rtl\/>.*<w:lang w:bidi="ar-MA"\/>/)
  const paragraphs = document.split('<w:p>').filter((one) => one.includes('<w:rtl/>'))
  expect(paragraphs.filter((one) => !one.includes('<w:bidi/>'))).toEqual([])
  expect(document.match(/<w:bidiVisual\/>/g)).toHaveLength(2)
  expect(parts['word/numbering.xml']).toContain('<w:start w:val="3"/>')
})

test('two languages stand side by side, each in its words and direction; what has only one stands alone', async () => {
  const { id } = await aPractice({
    title: 'Budget ouvert',
    lang: 'fr',
    body: 'Première étape',
    principles: ['transparence'],
  })
  await db.transaction().execute(async (trx) => {
    const texts = { title: 'ميزانية', summary: 'موجز', sections: { steps: 'الخطوة الأولى' } }
    await writeTexts(trx, id, 'ar', texts)
    await sealItem(trx, id, null)
  })
  const path = `/fr/practices/${id}/budget-ouvert`
  expect(await read(path)).toContain(`href="/fr/practices/${id}?version=fr&amp;with=ar"`)
  const alone = await read(path)
  expect(alone.split('practice-body')[0]).toContain('aria-label="Principes d’ouverture"')
  expect(alone.indexOf('practice-filing')).toBeLessThan(alone.indexOf('practice-body'))
  const both = await read(`${path}?version=fr&with=ar`)
  expect(both).toContain('<p class="second-name">ميزانية</p><p>موجز</p>')
  expect(both).toContain('lang="ar" dir="rtl">الخطوات المتبعة</p>')
  expect(both).toMatch(
    /lang="fr" dir="ltr"><p dir="auto">Première étape<\/p>[^]*lang="ar" dir="rtl"><p dir="auto">الخطوة الأولى/,
  )
  expect(both).toContain('<dt>الجماعة الترابية</dt><dd><bdi>جماعة المثال</bdi></dd>')
  expect(both.match(/A lesson/g)).toHaveLength(1)
  expect(both).toMatch(
    /<dt>Principes d’ouverture<\/dt><dd><a [^>]*href="\/fr\/practices\?principle=transparence">/,
  )
  expect(both).toContain('<dt>مبادئ الانفتاح</dt>')
  // Practices like it, further below, are filed under theirs.
  expect(both.split('practice-body')[0]).not.toContain('aria-label="Principes d’ouverture"')
  expect(both).toContain('rel="canonical"')
  expect(both.match(/<link rel="canonical"[^>]*>/)![0]).not.toContain('with')
  for (const none of ['fr', 'en', 'x']) {
    expect(await read(`${path}?version=fr&with=${none}`)).not.toContain('second-name')
  }
})

test('sheets are printed for whoever may read, so many at a time', async () => {
  const author = await aMember()
  const open = await aPractice({ author })
  const closed = await aPractice({
    author,
    space: await aSpace({ visibility: 'private' }, [author]),
  })
  const sheet = (who: { id: string } | null, { id }: { id: string }, as = 'pdf') =>
    get(who, `/fr/practices/${id}/export?as=${as}`)
  const hidden = await sheet(await aMember(), closed)
  const absent = await sheet(null, { id: ABSENT })
  expect([hidden.status, await hidden.text()]).toEqual([404, await absent.text()])
  const word = await sheet(await aMember(), closed, 'docx')
  expect([word.status, (await word.text()).length > 0]).toEqual([404, true])
  expect((await sheet(author, closed)).status).toBe(200)
  expect((await sheet(null, open)).status).toBe(200)
  await db.updateTable('try').set({ count: 60 }).where('key', 'like', 'document:%').execute()
  const refused = await sheet(null, open)
  expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true])
  await db.deleteFrom('try').execute()
  const many = await Promise.all(
    Array.from({ length: 9 }, async () => (await sheet(null, await aPractice({ author }))).status),
  )
  expect(many).toContain(429)
  expect(many.filter((status) => status === 200).length).toBeGreaterThan(3)
})
