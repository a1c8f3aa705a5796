import { Buffer } from 'node:buffer'
import type { APIResponse, Page } from '@playwright/test'
import { linkTo } from './support/mail.ts'
import { PEOPLE } from './support/people.ts'
import { expect, test } from './support/test.ts'

test.slow()

const NAME = 'لجنة الميزانية (مثال)'
const THREAD = 'جدول أعمال اللجنة (مثال)'
const DOCUMENT = 'محضر الاجتماع (مثال)'
const ALONE = 'لن يقرأ هذا المحتوى إلا العضو الوحيد في هذا الفضاء.'
const BOTH = 'لن يقرأ هذا المحتوى إلا عضوا هذا الفضاء.'

test('a private space is for those it invited, and is nothing at all for anybody else', async ({
  open,
}) => {
  const owner = await open('member')
  const space = await create(owner)
  await invite(owner, space)
  const invited = await open('account')
  await accept(invited)

  await owner.goto(space)
  await expect(owner.getByText(BOTH)).toBeVisible()
  const thread = await startThread(invited, space)
  const { document, file } = await addDocument(owner, space)
  const inside = [space, `${space}/members`, `${space}/documents`, thread, document, file]
  for (const path of inside) {
    expect((await invited.request.get(path)).status(), path).toBe(200)
  }

  const outsiders = [await open(null), await open('stranger'), await open('admin')]
  for (const page of outsiders) await expectNothing(page, inside)

  await remove(owner, space)
  await expectNothing(invited, [...inside, `${space}/log`])
  await invited.goto('/ar/notifications')
  await expect(invited.getByText(NAME)).toHaveCount(0)
})

async function create(page: Page) {
  await page.goto('/ar/spaces')
  await page.getByRole('link', { name: 'إحداث فضاء' }).click()
  await page.getByLabel('اسم الفضاء').fill(NAME)
  await page.getByLabel('الغاية منه').fill('إعداد الميزانية التشاركية')
  await page.getByRole('radio', { name: /^خاص/ }).check()
  await page.getByRole('radio', { name: /^بدعوة/ }).check()
  await page.getByRole('button', { name: 'إحداث الفضاء' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(NAME)
  await expect(page.getByText(ALONE)).toBeVisible()
  return new URL(page.url()).pathname
}

async function invite(page: Page, space: string) {
  await page.goto(`${space}/members`)
  await page.getByLabel('البريد الإلكتروني للشخص المدعو').fill(PEOPLE.account.email)
  await page.getByRole('button', { name: 'إرسال الدعوة' }).click()
  await expect(page.getByText('أُرسلت الدعوة.')).toBeVisible()
}

async function accept(page: Page) {
  const link = await linkTo(PEOPLE.account.email, '/invitations')
  await page.goto(link.replace(/^\/fr/, '/ar'))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(NAME)
  await page.getByRole('button', { name: 'قبول الدعوة' }).click()
  await expect(page.getByText('أصبحتم من أعضاء هذا الفضاء.')).toBeVisible()
}

async function startThread(page: Page, space: string) {
  await page.goto(space)
  await page.getByRole('link', { name: 'نقاش جديد' }).click()
  await expect(page.getByText(BOTH)).toBeVisible()
  await page.getByLabel('العنوان', { exact: true }).fill(THREAD)
  await page.getByLabel('نصكم').fill('ما الذي نبدأ به؟')
  await page.getByRole('button', { name: 'نشر', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(THREAD)
  await expect(page.getByText(BOTH).first()).toBeVisible()
  // What one saw last stays on the device, but for what is closed: one may lose the access.
  await page.waitForFunction(() => Object.keys(localStorage).some((name) => /^visits:/.test(name)))
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(THREAD)
  await page.locator('summary', { hasText: 'من هم القراء' }).first().click()
  await expect(page.locator('.readers').first()).toContainText('Exemple')
  return new URL(page.url()).pathname
}

async function addDocument(page: Page, space: string) {
  await page.goto(space)
  await page.getByRole('link', { name: 'إضافة وثيقة' }).click()
  await page.getByLabel('عنوان الوثيقة').fill(DOCUMENT)
  const file = { name: 'محضر.txt', mimeType: 'text/plain', buffer: Buffer.from('محضر') }
  await page.getByLabel('الملف').setInputFiles(file)
  const checks = page.getByRole('group', { name: 'قبل النشر' })
  for (const check of await checks.getByRole('checkbox').all()) await check.check()
  await page.getByRole('button', { name: 'إضافة الوثيقة' }).click()
  await expect(page.getByText('أُضيفت الوثيقة.')).toBeVisible()
  await page.getByRole('link', { name: DOCUMENT }).click()
  const download = page.getByRole('link', { name: 'تحميل الملف' })
  return {
    document: new URL(page.url()).pathname,
    file: (await download.getAttribute('href'))!,
  }
}

async function remove(page: Page, space: string) {
  await page.goto(`${space}/members`)
  const name = 'Exemple (account)'
  await page.getByText(`تغيير الدور أو الإخراج ${name}`).click()
  await page.getByRole('button', { name: /^إخراج .+ من الفضاء$/ }).click()
  await expect(page.getByText('أُخرج العضو من الفضاء.')).toBeVisible()
}

/** Each path answers what one answers that never was, byte for byte, and no list names it. */
async function expectNothing({ request }: Page, paths: string[]) {
  for (const path of paths) {
    const [hidden, absent] = [await request.get(path), await request.get(absentLike(path))]
    expect([hidden.status(), absent.status()], path).toEqual([404, 404])
    expect(Object.keys(hidden.headers()), path).toEqual(Object.keys(absent.headers()))
    expect(await bytesOf(hidden), path).toBe(await bytesOf(absent))
  }
  for (const list of ['/ar', '/ar/spaces', '/ar/threads', `/ar/search?q=${THREAD}`, '/ar/tags']) {
    const text = await (await request.get(encodeURI(list))).text()
    for (const id of [NAME, ...paths.map(idIn)]) expect(text, list).not.toContain(id)
  }
}

function absentLike(path: string) {
  return path.replace(idIn(path), path.startsWith('/ar/spaces/') ? 'nowhere' : '000000000000')
}

function idIn(path: string) {
  return path.replace(/^\/ar/, '').split('/')[2]!
}

/** A page without what is different in each answer. */
async function bytesOf(answer: APIResponse) {
  const nonce = /'nonce-([^']+)'/.exec(answer.headers()['content-security-policy'] ?? '')?.[1]
  const text = await answer.text()
  return nonce ? text.replaceAll(nonce, 'NONCE') : text
}
