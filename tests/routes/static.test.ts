import sharp from 'sharp'
import { expect, test } from 'vitest'
import { LANGS } from '#app/domain/languages.ts'
import { settings } from '#app/settings.server.ts'
import ar from '#locales/ar.json'
import fr from '#locales/fr.json'
import { aMember } from '#tests/support/factories.ts'
import { get, post } from '#tests/support/requests.ts'

async function read(path: string) {
  const page = await get(null, path)
  expect(page.status).toBe(200)
  return page.text()
}

test('the charter is there whole, in Arabic and in French', async () => {
  const pages = [
    { html: await read('/ar/charter'), words: ar.charter },
    { html: await read('/fr/charter'), words: fr.charter },
  ]
  for (const { html, words } of pages) {
    for (const text of textsOf({ ...words, reference: '' })) {
      expect(html).toContain(text.replaceAll("'", '&#x27;'))
    }
    expect(html.match(/<ol class="charter-list">/g)).toHaveLength(2)
  }
})

test('the sheet of components draws all of them in both directions, and no key unresolved', async () => {
  for (const lang of ['ar', 'fr']) {
    const html = await read(`/${lang}/design`)
    expect(html).not.toMatch(/>(ui|forms|principles|functions|threads|composer|writing)\.[a-z]/)
    expect(html.match(/<section class="section" id="/g)!.length).toBeGreaterThan(20)
    expect(html).toContain('4.5')
  }
})

test('the pages about the forum have all their parts in every language and no key unresolved', async () => {
  for (const lang of LANGS) {
    for (const page of ['about', 'privacy', 'accessibility', 'charter', 'search', 'search/help']) {
      const html = await read(`/${lang}/${page}`)
      expect(html).not.toMatch(
        />(about|privacy|accessibility|charter|search|search_help|ui|amazigh|feeds)\.[a-z]/,
      )
      expect(html).not.toContain('<script')
    }
  }
  const parts = Object.keys(fr.privacy).filter((key) => key.endsWith('_heading'))
  const html = await read('/fr/privacy')
  expect(html.match(/<h2>/g)).toHaveLength(parts.length)
})

test('no page has a letter broken, wherever the chunks of its bytes end', async () => {
  for (const lang of LANGS) {
    for (const page of ['charter', 'about', 'privacy', 'accessibility', 'search', '']) {
      const html = await read(`/${lang}/${page}`)
      expect(html).not.toMatch(/[\0\uFFFD]/)
    }
  }
})

test('a page in Amazigh says that it is mostly in French; the others do not', async () => {
  const notice = fr.amazigh.notice
  expect(await read('/zgh/charter')).toContain(notice)
  expect(await read('/fr/charter')).not.toContain(notice)
  const absent = await get(null, '/zgh/rien')
  expect(await absent.text()).toContain(notice)
})

test('the privacy page names the controller once there is one', async () => {
  expect(await read('/fr/privacy')).toContain('n’a pas encore été renseigné')
  Object.assign(settings(), { CONTROLLER: 'Association Exemple', CNDP_NUMBER: 'D-123/2026' })
  const html = await (await get(await aMember(), '/fr/privacy')).text()
  expect(html).toContain('Association Exemple')
  expect(html).toContain('D-123/2026')
})

function textsOf(words: object): string[] {
  return Object.values(words).flatMap((value) =>
    typeof value === 'string' ? [value] : textsOf(value as object),
  )
}

test('the forum can be put on a phone, in each language, with pictures that are there', async () => {
  for (const lang of LANGS) {
    const [, path] = /rel="manifest" href="([^"]+)"/.exec(await read(`/${lang}/about`))!
    const manifest = JSON.parse(await read(path!))
    expect(manifest).toMatchObject({ lang, dir: lang === 'ar' ? 'rtl' : 'ltr', scope: '/' })
    expect((await get(null, manifest.start_url)).status).toBe(200)
    for (const { src, sizes } of manifest.icons) {
      const { width, height } = await sharp(`public${src}`).metadata()
      expect(`${width}x${height}`).toBe(sizes)
    }
    expect(manifest.icons.map((one: { purpose: string }) => one.purpose)).toContain('maskable')
  }
  expect((await get(null, '/manifest/de.webmanifest')).status).toBe(404)
})

test('the service worker asks this site alone; what it shows offline has no script', async () => {
  const worker = await get(null, '/sw.js')
  expect(worker.headers.get('content-type')).toContain('text/javascript')
  expect(worker.headers.get('content-security-policy')).toBe(
    "default-src 'none'; connect-src 'self'",
  )
  for (const lang of LANGS) {
    const page = await get(null, `/${lang}/offline/list`)
    expect(page.headers.get('content-security-policy')).toContain("script-src 'none'")
    const html = await page.text()
    expect(html).not.toContain('<script')
    // Where the worker puts in what is kept.
    expect(html).toMatch(/<p id="kept-none">[^<]+<\/p><ul id="kept" class="list"><\/ul>/)
    expect(html).toMatch(/<template id="kept-copy">.*\{at\}.*<\/template>/s)
  }
})

test('signing out empties what the browser keeps', async () => {
  const answer = await post(await aMember(), '/fr/logout')
  expect(answer.headers.get('clear-site-data')).toBe('"storage"')
})
