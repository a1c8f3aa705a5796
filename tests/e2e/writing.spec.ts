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
