import { expect, test, vi } from 'vitest'
import { lucia } from '#app/http/lucia.server.ts'
import { logger } from '#app/server/logger.server.ts'
import { settings } from '#app/settings.server.ts'
import { db } from '#db/client.server.ts'
import { newId } from '#db/id.ts'
import ar from '#locales/ar.json'
import fr from '#locales/fr.json'
import { aMember } from '#tests/support/factories.ts'
import { get, ORIGIN, post, send, signIn } from '#tests/support/requests.ts'
import { scriptsIn } from '#tests/support/scripts.ts'

test('the start leads to the language that the browser asks for, else to Arabic', async () => {
  const answer = (headers: Record<string, string>) => get(null, '/', { headers })
  expect((await answer({})).headers.get('location')).toBe('/ar')
  expect((await answer({ 'accept-language': 'fr-MA,fr;q=0.9' })).headers.get('location')).toBe(
    '/fr',
  )
  expect((await answer({ 'accept-language': 'de' })).headers.get('location')).toBe('/ar')
})

test('a page for a reader carries its language, its direction and no script', async () => {
  const page = await get(null, '/ar')
  const html = await page.text()
  expect(page.status).toBe(200)
  expect(html).toContain('<html lang="ar" dir="rtl"')
  expect(scriptsIn(html)).toEqual([])
  expect(page.headers.get('content-security-policy')).toContain("script-src 'none'")
})

test('an absent page is a 404 in the language of its address', async () => {
  const page = await get(null, '/fr/rien/du/tout')
  expect(page.status).toBe(404)
  expect(await page.text()).toContain('Page introuvable')
})

test('a page that fails can be asked for once more, and names neither its address nor the fault', async () => {
  await db.schema.alterTable('event').renameTo('lost').execute()
  const page = await get(null, '/fr/events?secret=1')
  await db.schema.alterTable('lost').renameTo('event').execute()
  const html = await page.text()
  expect(page.status).toBe(500)
  expect(html).toContain(`<a class="button button-primary" href="">${fr.errors.again}</a>`)
  expect(html).not.toMatch(/secret|no such table|href="\/fr\/events\?/)
})

test('an address without its language is completed', async () => {
  expect((await get(null, '/challenges')).headers.get('location')).toBe('/ar/challenges')
})

test('a form from another site is refused on pages and on resource routes', async () => {
  for (const path of ['/theme', '/ar/login']) {
    const headers = { 'sec-fetch-site': 'cross-site' }
    expect((await post(null, path, { theme: 'dark' }, { headers })).status).toBe(403)
  }
})

test('a form with files comes from people of the forum alone, whose session may have run out', async () => {
  const send2MB = (cookie = '') => {
    const type = 'multipart/form-data; boundary=cut'
    const headers = { 'content-type': type, 'content-length': '2000000', cookie }
    return send(new Request(`${ORIGIN}/theme`, { method: 'POST', headers, body: '--cut--' }))
  }
  const member = await aMember()
  const cookie = await signIn(member)
  expect((await send2MB(cookie)).status).not.toBe(413)
  await db.updateTable('session').set({ expires_at: '2020' }).execute()
  expect((await send2MB(cookie)).status).not.toBe(413)
  for (const none of ['', `${lucia.sessionCookieName}=made-up`]) {
    expect((await send2MB(none)).status).toBe(413)
  }
})

test('whoever is refused reads why in the language of the address, and where to go on', async () => {
  const member = await aMember()
  const cookie = await signIn(member)
  const ask = (path: string, init: RequestInit) => send(new Request(ORIGIN + path, init))
  const read = { 'accept-language': 'fr-MA,ar;q=0.5', cookie }
  const form = { 'content-type': 'application/x-www-form-urlencoded', ...read }
  const large = { method: 'POST', headers: { ...form, 'content-length': '1000001' }, body: 'a=b' }
  const foreign = { method: 'POST', headers: { ...form, 'sec-fetch-site': 'cross-site' }, body: '' }
  for (const [status, path, init, { errors }] of [
    [413, '/fr/threads/new', large, fr],
    [413, '/ar/theme', large, ar],
    [413, '/theme', large, fr],
    [403, '/fr/threads/new', foreign, fr],
    [400, '/fr/spaces/%E0%A4', {}, fr],
  ] as const) {
    const answer = await ask(path, init)
    const html = await answer.text()
    expect(answer.status, path).toBe(status)
    expect(html).toContain(`<h1>${errors[status].title}</h1>`)
    expect(html).toContain(errors.home)
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    // Somebody who is signed in is not greeted as a stranger.
    expect(html.includes('/notifications'), path).toBe(status !== 400)
  }
  // The script is told as well, in its own way.
  const told = await ask('/fr/threads/new.data', large)
  expect([told.status, told.headers.get('content-type')]).toEqual([413, 'text/x-script'])
})

test('an address for data that Remix no longer has is refused, not failed at', async () => {
  for (const path of ['/fr?_data=routes/$lang', '/fr/about?a&%5Fdata', '/theme?_data=root']) {
    expect((await get(null, path)).status, path).toBe(400)
  }
})

test('methods that the forum has no use for are refused', async () => {
  const answer = await send(new Request(`${ORIGIN}/ar`, { method: 'DELETE' }))
  expect(answer.status).toBe(405)
  const errors = vi.spyOn(logger, 'error')
  expect((await post(await aMember(), '/fr/charter')).status).toBe(405)
  expect(errors).not.toHaveBeenCalled()
  errors.mockRestore()
})

test('every page leads to the source code, where its address is set', async () => {
  // What is set does not change while the program runs; a reader with a cookie gets no kept page.
  const page = async () => (await get(null, '/fr/charter', { cookie: 'any=1' })).text()
  expect(await page()).not.toContain('Code source')
  settings().SOURCE_URL = 'https://git.example.ma/multaqa'
  expect(await page()).toContain('<a href="https://git.example.ma/multaqa">Code source</a>')
  settings().SOURCE_URL = undefined
})

test('of what somebody has not read 99 are counted, and that there is more', async () => {
  const member = await aMember()
  const tell = (many: number) =>
    db
      .insertInto('notification')
      .values(
        Array.from({ length: many }, () => {
          return { id: newId(), user_id: member.id, kind: 'seat_confirmed' as const }
        }),
      )
      .execute()
  const counted = async () =>
    /class="menu-count">([^<]*)</.exec(await (await get(member, '/fr/about')).text())?.[1]
  expect(await counted()).toBeUndefined()
  await tell(99)
  expect(await counted()).toBe('99')
  await tell(2)
  expect(await counted()).toBe('99+')
})
