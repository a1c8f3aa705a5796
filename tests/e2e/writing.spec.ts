import type { Page } from '@playwright/test'
import { written } from './support/pages.ts'
import { desk, expect, test } from './support/test.ts'

test.use(desk)

const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

test('one writes in Arabic with buttons, keys and what is pasted, and can undo each', async ({
  open,
}) => {
  const page = await open('member', { permissions: ['clipboard-read', 'clipboard-write'] })
  await page.goto('/ar/threads/new')
  const text = page.getByLabel('نصكم')
  const bar = page.getByRole('toolbar')
  await text.click()
  await text.pressSequentially('صوّت المجلس')
  await page.keyboard.press('Control+Shift+ArrowLeft')
  await bar.getByRole('button', { name: 'نص بارز' }).click()
  await expect(text).toHaveValue(/\*\*.+\*\*/)
  await page.keyboard.press('Control+z')
  await expect(text).toHaveValue('صوّت المجلس')

  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Shift+8')
  await page.keyboard.type('أولا')
  await page.keyboard.press('Enter')
  await page.keyboard.type('ثانيا')
  await expect(text).toHaveValue('صوّت المجلس\n\n- أولا\n- ثانيا')

  // The arrows follow the line of reading, and the Tab key stops once.
  await bar.getByRole('button', { name: 'نص بارز' }).focus()
  await page.keyboard.press('ArrowLeft')
  await expect(bar.getByRole('button', { name: 'عنوان فرعي' })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Tab')
  await expect(text).toBeFocused()

  await text.fill('')
  const html = '<h2>البرنامج</h2><table><tr><td>السنة</td><td>المبلغ</td></tr></table>'
  await copy(page, { 'text/html': html, 'text/plain': 'البرنامج السنة المبلغ' })
  await page.keyboard.press('Control+v')
  await expect(text).toHaveValue('## البرنامج\n\n| السنة | المبلغ |\n| --- | --- |')
  await page.keyboard.press('Control+z')
  await expect(text).toHaveValue('')
  await page.keyboard.press('Control+Shift+v')
  await expect(text).toHaveValue('البرنامج السنة المبلغ')
})

test('what one types while the script takes the page over stays', async ({ open }) => {
  const page = await open('member')
  // React watches a field from the moment in which it has taken it over, and is not done then.
  await page.addInitScript(() => {
    const define = Object.defineProperty
    Object.defineProperty = (field, name, how) => {
      const defined = define(field, name, how)
      if (name !== 'value' || !(field instanceof HTMLTextAreaElement)) return defined
      queueMicrotask(() => {
        field.value = 'Typed just then'
        field.dispatchEvent(new Event('input', { bubbles: true }))
      })
      return defined
    }
  })
  await page.goto('/fr/threads/new')
  await expect(page.getByRole('toolbar')).toBeVisible()
  await expect(page.getByLabel('Votre texte')).toHaveValue('Typed just then')
})

test('an image that is pasted into a practice stands in its text', async ({ open, request }) => {
  const draft = { title: 'Exemple : une image collée', lang: 'fr', intent: 'draft' }
  const [, id] = await written(request, 'member', '/practices/new', draft)
  const page = await open('member', { permissions: ['clipboard-read', 'clipboard-write'] })
  await page.goto(`/fr/practices/${id}/edit`)
  const text = page.getByLabel('Étapes suivies')
  const ready = page.waitForResponse(/writing-commands/)
  await text.click()
  await ready
  await copy(page, { 'image/png': PNG })
  await page.keyboard.press('Control+v')
  await expect(text).toHaveValue(/^!\[.+\]\(\/files\/[^)]+\.png\)$/)
})

test('one writes with the formatting shown, and readers see what the preview showed', async ({
  open,
}) => {
  const page = await open('member', { permissions: ['clipboard-read', 'clipboard-write'] })
  await page.goto('/ar/threads/new')
  const plain = page.locator('#field-body')
  const bar = page.getByRole('toolbar')
  const shows = bar.getByRole('button', { name: 'إظهار التنسيق' })
  await plain.fill('## تقديم\n\nشكرا @nadia-2')
  await shows.click()
  const text = page.getByRole('textbox', { name: 'نصكم' })
  await expect(text).toBeFocused()
  await expect(text.getByRole('heading', { name: 'تقديم' })).toHaveCSS('direction', 'rtl')

  // One goes on where one was.
  await page.keyboard.type('، صوّت ')
  await page.keyboard.press('Control+b')
  await page.keyboard.type('المجلس')
  await page.keyboard.press('Control+b')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Le programme PAC')
  await expect(text.locator('p').nth(1)).toHaveCSS('direction', 'ltr')
  await page.keyboard.press('Enter')
  await bar.getByRole('button', { name: 'لائحة', exact: true }).click()
  await page.keyboard.type('أولا')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+k')
  await page.getByLabel('نص الرابط').fill('التقرير')
  await page.getByLabel('عنوان الرابط').fill('example.org/a_b')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await bar.getByRole('button', { name: 'جدول' }).click()
  await page.keyboard.type('السنة')
  await expect(bar.getByRole('button', { name: 'جدول' })).toHaveAttribute('aria-pressed', 'true')
  await page.getByRole('button', { name: 'حذف العمود' }).click()
  await page.getByRole('button', { name: 'إضافة عمود' }).click()
  const written =
    '## تقديم\n\nشكرا @nadia-2، صوّت **المجلس**\n\nLe programme PAC\n\n- أولا\n' +
    '- [التقرير](https://example.org/a_b)\n\n| العمود 2 |  |\n| --- | --- |\n| نص |  |'
  await expect(plain).toHaveValue(written)

  // Nothing holds the Tab key, an empty field is pointed at, and both ways keep the words.
  await page.keyboard.press('Tab')
  await expect(text).not.toBeFocused()
  await page.getByLabel('العنوان', { exact: true }).fill('مثال: نص منسق')
  await shows.click()
  await expect(plain).toBeFocused()
  await expect(plain).toHaveValue(written)
  await shows.click()
  await page.getByRole('button', { name: 'معاينة' }).click()
  const preview = page.locator('.composer-preview .prose')
  const seen = await preview.innerHTML()
  await expect(text).toBeVisible()
  await page.getByRole('button', { name: 'نشر' }).click()
  await expect(page.locator('.thread-opening .prose, .post .prose').first()).toBeVisible()
  expect(await page.locator('.thread-opening .prose, .post .prose').first().innerHTML()).toBe(seen)

  // Remembered; pasted words keep their shape; what would not come out whole is left alone.
  const reply = page.locator('.rich-text')
  await reply.click()
  const html = '<h2>البرنامج</h2><ul><li>السنة</li><li><b>المبلغ</b></li></ul>'
  await copy(page, { 'text/html': html, 'text/plain': 'البرنامج' })
  await page.keyboard.press('Control+v')
  await expect(page.locator('#field-body')).toHaveValue('## البرنامج\n\n- السنة\n- **المبلغ**')
  await page.keyboard.press('Control+z')
  await expect(page.locator('#field-body')).toHaveValue('')
  await page.getByRole('button', { name: 'إظهار التنسيق' }).click()
  await page.locator('#field-body').fill('حقوق &copy; محفوظة')
  await page.getByRole('button', { name: 'إظهار التنسيق' }).click()
  await expect(page.getByText('بقي كما كتبتموه')).toBeVisible()
  await expect(page.locator('#field-body')).toHaveValue('حقوق &copy; محفوظة')
})

async function copy(page: Page, parts: Record<string, string>) {
  await page.evaluate(async (given) => {
    const blobs = Object.entries(given).map(([type, value]) => {
      const bytes = type.startsWith('image/')
        ? Uint8Array.from(atob(value), (sign) => sign.charCodeAt(0))
        : value
      return [type, new Blob([bytes], { type })] as const
    })
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))])
  }, parts)
}
