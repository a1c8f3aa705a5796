import { expect, test, vi } from 'vitest'
import { LANGS } from '#app/domain/languages.ts'
import ar from '#locales/ar.json'
import fr from '#locales/fr.json'
import { get } from '#tests/support/requests.ts'

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
  vi.resetModules()
  vi.stubEnv('CONTROLLER', 'Association Exemple')
  vi.stubEnv('CNDP_NUMBER', 'D-123/2026')
  const again = await import('#tests/support/requests.ts')
  const html = await (await again.get(null, '/fr/privacy')).text()
  vi.unstubAllEnvs()
  expect(html).toContain('Association Exemple')
  expect(html).toContain('D-123/2026')
})

function textsOf(words: object): string[] {
  return Object.values(words).flatMap((value) =>
    typeof value === 'string' ? [value] : textsOf(value as object),
  )
}
