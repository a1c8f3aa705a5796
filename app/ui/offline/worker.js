/* global self, location, caches, Response */
// The service worker, sent as it is written here (`/sw.js`). It keeps copies of public pages as a
// visitor gets them, for when there is no connection; see docs/decisions/066-reading-without-connection.md.

const worker = /** @type {any} */ (self)

const CACHES = { read: 'read-1', saved: 'saved-1', parts: 'parts-1' }
const MOST_READ = 40
const MOST_SAVED = 60
const FAILED = '/failed'

const LANGS = ['ar', 'fr', 'zgh', 'en']
const ITEM = /^\/(?:ar|fr|zgh|en)\/(?:practices|challenges|threads|collectivities)\/[^/]+\/[^/]+$/
const PART = /^\/(?:assets\/[^/]+\.css|fonts\/[^/]+|favicon\.svg)$/

worker.addEventListener('install', (/** @type {any} */ event) => {
  worker.skipWaiting()
  event.waitUntil(Promise.all(LANGS.map((lang) => keep(listPath(lang), CACHES.parts))))
})

worker.addEventListener('activate', (/** @type {any} */ event) => {
  event.waitUntil(dropOthers().then(() => worker.clients.claim()))
})

worker.addEventListener('message', (/** @type {any} */ event) => {
  const { type, paths = [] } = event.data ?? {}
  if (type === 'forget') event.waitUntil(forget())
  if (type === 'saved') event.waitUntil(keepSaved(paths))
})

worker.addEventListener('fetch', (/** @type {any} */ event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (origin !== location.origin) return
  if (request.method === 'POST') return sent(event, pathname)
  if (request.method !== 'GET') return
  if (request.mode === 'navigate') event.respondWith(page(event, pathname))
  else if (PART.test(pathname)) event.respondWith(part(request))
  else if (pathname.endsWith('.data')) event.waitUntil(keepIfItem(pathname.slice(0, -5)))
})

// Whoever signs out leaves nothing here; the answer goes past us, since its headers say the same.
/** @param {any} event @param {string} pathname */
function sent(event, pathname) {
  if (/\/logout(?:\.data)?$/.test(pathname)) return event.waitUntil(forget())
  if (event.request.mode !== 'navigate' && !pathname.endsWith('.data')) return
  event.respondWith(
    fetch(event.request).catch(async (error) => {
      const parts = await caches.open(CACHES.parts)
      await parts.put(FAILED, new Response(''))
      if (event.request.mode === 'navigate') return offlinePage(pathname)
      throw error
    }),
  )
}

/** @param {any} event @param {string} pathname */
async function page(event, pathname) {
  try {
    const answer = await fetch(event.request)
    if (answer.ok) event.waitUntil(keepIfItem(pathname))
    return answer
  } catch {
    return (await copyOf(pathname)) ?? offlinePage(pathname)
  }
}

/** @param {Request} request */
async function part(request) {
  const parts = await caches.open(CACHES.parts)
  const kept = await parts.match(request.url)
  if (kept && request.url.includes('/assets/')) return kept
  return fetch(request).catch(() => kept ?? Response.error())
}

/** @param {string} pathname */
async function keepIfItem(pathname) {
  if (ITEM.test(pathname)) await keep(pathname, CACHES.read, MOST_READ)
}

// Asked for without cookies: a page that isn't for everyone answers 404, and is then not kept any more.
/** @param {string} path @param {string} name @param {number} [most] */
async function keep(path, name, most) {
  const asked = { credentials: 'omit', cache: 'no-cache', referrerPolicy: 'no-referrer' }
  const answer = await fetch(path, /** @type {RequestInit} */ (asked)).catch(() => null)
  if (!answer) return
  const cache = await caches.open(name)
  await cache.delete(path)
  const policy = answer.headers.get('content-security-policy') ?? ''
  if (!answer.ok || answer.redirected || !policy.includes("script-src 'none'")) return
  const html = await answer.text()
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'x-kept-at': new Date().toISOString(),
  }
  await cache.put(path, new Response(html, { headers }))
  await keepParts(html)
  if (most) for (const one of (await cache.keys()).slice(0, -most)) await cache.delete(one)
}

/** @param {string} html */
async function keepParts(html) {
  const parts = await caches.open(CACHES.parts)
  const named = [...html.matchAll(/href="(\/(?:assets\/[^"]+\.css|favicon\.svg))"/g)]
  for (const [, path = ''] of named) {
    if (!(await parts.match(path))) await parts.add(path).catch(() => {})
  }
}

/** @param {string[]} paths */
async function keepSaved(paths) {
  const wanted = paths.filter((path) => ITEM.test(path)).slice(0, MOST_SAVED)
  const saved = await caches.open(CACHES.saved)
  for (const { url } of await saved.keys()) {
    if (!wanted.includes(decodeURI(new URL(url).pathname))) await saved.delete(url)
  }
  for (const path of wanted) if (!(await saved.match(path))) await keep(path, CACHES.saved)
}

async function forget() {
  await Promise.all([caches.delete(CACHES.read), caches.delete(CACHES.saved)])
}

async function dropOthers() {
  const names = Object.values(CACHES)
  const others = (await caches.keys()).filter((name) => !names.includes(name))
  await Promise.all(others.map((name) => caches.delete(name)))
}

/** @param {string} pathname */
async function copyOf(pathname) {
  for (const name of [CACHES.saved, CACHES.read]) {
    const kept = await (await caches.open(name)).match(pathname)
    if (!kept) continue
    const list = (await (await listFor(pathname))?.text()) ?? ''
    const [, banner = ''] = /<template id="kept-copy">(.*?)<\/template>/s.exec(list) ?? []
    const at = new Date(kept.headers.get('x-kept-at') ?? 0).toLocaleString('fr-MA')
    const html = (await kept.text()).replace(
      /<main[^>]*>/,
      (tag) => tag + banner.replace('{at}', at),
    )
    return new Response(html, { headers: kept.headers })
  }
}

/** @param {string} pathname */
async function offlinePage(pathname) {
  const kept = await listFor(pathname)
  const list = (await kept?.text()) ?? ''
  const entries = (await Promise.all([CACHES.saved, CACHES.read].map(entriesOf))).flat()
  const html = entries.length
    ? list
        .replace(/<p id="kept-none"[^>]*>.*?<\/p>/s, '')
        .replace(/(<ul id="kept"[^>]*>)/, (tag) => tag + [...new Set(entries)].join(''))
    : list
  return new Response(html || 'Offline', { status: 503, headers: kept?.headers })
}

// The title is written as the page wrote it: in it nothing has to be escaped again.
/** @param {string} name */
async function entriesOf(name) {
  const cache = await caches.open(name)
  const entries = []
  for (const request of [...(await cache.keys())].reverse()) {
    const html = await (await cache.match(request))?.text()
    const [, title = ''] = /<title>(.*?)(?: · [^·<]*)?<\/title>/s.exec(html ?? '') ?? []
    const [, lang = 'ar', dir = 'rtl'] = /<html lang="(\w+)" dir="(\w+)"/.exec(html ?? '') ?? []
    const { pathname } = new URL(request.url)
    entries.push(`<li lang="${lang}" dir="${dir}"><a href="${pathname}">${title}</a></li>`)
  }
  return entries
}

/** @param {string} pathname */
async function listFor(pathname) {
  const lang = pathname.split('/')[1] ?? ''
  const parts = await caches.open(CACHES.parts)
  return parts.match(listPath(LANGS.includes(lang) ? lang : 'ar'))
}

/** @param {string} lang */
function listPath(lang) {
  return `/${lang}/offline/list`
}
