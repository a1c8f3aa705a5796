import { renderMarkdown } from '#app/domain/text/markdown.server.ts'
import { HOSTILE_HTML, HOSTILE_TEXTS } from '#tests/support/hostile-texts.ts'
import { expect, test } from './support/test.ts'

const SITE = 'http://forum.invalid'

// What a text may become in a browser, whose own reading is what counts here.
const TAGS =
  'A BDI BLOCKQUOTE BR CODE DEL EM H3 H4 H5 HR IMG LI OL P PRE STRONG TABLE TBODY TD TH THEAD TR UL'
const ATTRIBUTES = 'href rel class src alt loading dir align start'

const rendered = HOSTILE_TEXTS.map((source) => renderMarkdown(source))

for (const policy of ['none', 'ours'] as const) {
  test(`four hundred hostile texts run nothing in a browser, with ${policy} as policy`, async ({
    page,
    request,
  }) => {
    const headers =
      policy === 'ours' ? { 'Content-Security-Policy': await visitorsPolicy(request) } : undefined
    const { asked } = await show(page, rendered, headers)
    // Read again by the browser, as an editor or an extension would, and touched everywhere.
    const seen = await page.evaluate(lookThrough, { tags: TAGS, attributes: ATTRIBUTES })
    expect(seen).toEqual({ ran: [], violations: [], foreign: [], shown: rendered.length })
    expect(asked.filter((url) => !url.startsWith(`${SITE}/`))).toEqual([])
  })
}

test('the trap sees what runs: the same texts as they are do run', async ({ browser }) => {
  const page = await browser.newPage()
  await show(page, HOSTILE_HTML)
  const { ran, foreign } = await page.evaluate(lookThrough, { tags: TAGS, attributes: ATTRIBUTES })
  expect(ran.length).toBeGreaterThan(5)
  expect(foreign.length).toBeGreaterThan(20)
})

type Page = Parameters<Parameters<typeof test>[2]>[0]['page']
type Asking = Parameters<Parameters<typeof test>[2]>[0]['request']

async function visitorsPolicy(request: Asking) {
  const policy = (await request.get('/fr')).headers()['content-security-policy']!
  expect(policy).toContain("script-src 'none'")
  return policy
}

async function show(page: Page, texts: string[], headers: Record<string, string> = {}) {
  const asked: string[] = []
  await page.addInitScript(setTraps)
  await page.route('**', (route) => {
    asked.push(route.request().url())
    if (route.request().url() !== `${SITE}/`) return route.fulfill({ status: 404, body: '' })
    const parts = texts.map((html) => `<div class="prose">${html}</div>`).join('\n')
    const body = `<!doctype html><meta charset="utf-8"><title>x</title><body>${parts}</body>`
    return route.fulfill({ body, contentType: 'text/html', headers })
  })
  await page.goto(`${SITE}/`)
  return { asked }
}

// In the page, before anything of it: whatever would speak up is counted instead.
function setTraps() {
  const traps = { ran: [] as string[], violations: [] as string[] }
  Object.assign(window, { traps })
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'msgbox']) {
    Object.assign(window, { [name]: () => traps.ran.push(name) })
  }
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    traps.violations.push(`${effectiveDirective} ${blockedURI}`),
  )
}

// In the page: what stands there that may not, after all that a person or a program may do to it.
async function lookThrough({ tags, attributes }: { tags: string; attributes: string }) {
  const { traps } = window as unknown as { traps: { ran: string[]; violations: string[] } }
  const parts = [...document.querySelectorAll('.prose')]
  const foreign: string[] = []
  for (const part of parts) {
    const again = document.createElement('div')
    again.innerHTML = part.innerHTML
    document.body.append(again)
    const twice = document.createElement('div')
    twice.innerHTML = again.innerHTML
    if (twice.innerHTML !== part.innerHTML) foreign.push(`changes: ${part.innerHTML.slice(0, 200)}`)
    for (const element of [...part.querySelectorAll('*'), ...again.querySelectorAll('*')]) {
      if (!tags.split(' ').includes(element.tagName)) foreign.push(`<${element.tagName}>`)
      for (const { name, value } of element.attributes) {
        const fine =
          attributes.split(' ').includes(name) && (name !== 'class' || value === 'mention')
        if (!fine) foreign.push(`${element.tagName}[${name}=${value}]`)
      }
      if (element instanceof HTMLAnchorElement && element.hasAttribute('href')) {
        if (!['http:', 'https:', 'mailto:'].includes(element.protocol)) foreign.push(element.href)
      }
      for (const type of ['mouseover', 'focus', 'click', 'toggle', 'error', 'load']) {
        const event = new Event(type, { bubbles: true, cancelable: true })
        element.addEventListener(type, (one) => one.preventDefault(), { once: true })
        element.dispatchEvent(event)
      }
    }
  }
  await new Promise((resolve) => setTimeout(resolve, 300))
  const { ran, violations } = traps
  return { ran, violations, foreign, shown: parts.length }
}
