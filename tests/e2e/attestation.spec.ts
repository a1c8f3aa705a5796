import type { Page } from '@playwright/test'
import { linkTo } from './support/mail.ts'
import { expect, phone, test } from './support/test.ts'

test.use(phone)
test.slow()

const EMAIL = 'mairie@example.org'
const TITLE = 'لوحة يومية للأشغال (مثال)'
const SUMMARY = 'تعلق الجماعة كل صباح لوحة بالأشغال الجارية في الأحياء.'

test('a facilitator writes eight answers for a commune, which confirms them by a link without an account', async ({
  open,
}) => {
  const facilitator = await open('facilitator')
  const draft = await writeEight(facilitator)
  await facilitator.goto(`${draft}/attest`)
  await facilitator.getByLabel('البريد الإلكتروني للشخص الذي سيجيب').fill(EMAIL)
  const checks = facilitator.getByRole('group', { name: 'قبل النشر' })
  for (const check of await checks.getByRole('checkbox').all()) await check.check()
  await facilitator.getByRole('button', { name: 'إرسال الرابط' }).click()
  await expect(facilitator.getByText('أُرسل الرابط.')).toBeVisible()
  await expect(facilitator.getByRole('main')).toContainText('في انتظار الجواب')

  const visitor = await open(null, phone)
  expect((await visitor.goto(draft))!.status()).toBe(404)
  const link = await linkTo(EMAIL, '/attest')
  await visitor.goto(link)
  await expect(visitor.getByRole('region', { name: 'البطاقة' })).toContainText(SUMMARY)
  await visitor.getByRole('link', { name: 'الانتقال إلى الجواب' }).click()
  await visitor.getByLabel('اسمكم').fill('فاطمة')
  await visitor.getByRole('button', { name: 'تأكيد ونشر' }).click()
  await expect(visitor.getByRole('alert')).toContainText('صفتكم في الجماعة الترابية')
  await expect(visitor.getByLabel('اسمكم')).toHaveValue('فاطمة')
  await visitor.getByLabel('صفتكم في الجماعة الترابية').fill('مديرة المصالح')
  await visitor.getByLabel('اطلعت على كيفية معالجة معطياتي').check()
  await visitor.getByRole('button', { name: 'تأكيد ونشر' }).click()

  await expect(visitor.getByText('شكرا: نُشرت البطاقة.')).toBeVisible()
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText(TITLE)
  await expect(visitor.getByText('حررها فريق الشبكة، بتأكيد من')).toBeVisible()
  await expect(visitor.getByText('فاطمة')).toBeHidden()
  expect((await visitor.goto(link))!.status()).toBe(410)
})

/** The eight answers and no more, none of the parts that are folded away; gives the draft's path. */
async function writeEight(page: Page) {
  await page.goto('/ar/practices/new')
  await page.getByRole('textbox', { name: 'العنوان' }).fill(TITLE)
  await page.getByLabel('البحث عن جماعة ترابية باسمها').fill('شفشاون')
  await page.getByRole('button', { name: 'بحث' }).nth(1).click()
  await page.getByRole('radio', { name: /^شفشاون.*جماعة/ }).check()
  await page.getByLabel('الملخص').fill(SUMMARY)
  await page.getByLabel('الولوج إلى المعلومة').check()
  const challenges = page.getByRole('group', { name: 'التحديات المشتركة المعنية' })
  await challenges.getByRole('checkbox').first().check()
  await page.getByLabel('الخطوات المتبعة').fill('1. اختيار المكان\n2. تعليق اللوحة')
  await page.getByLabel('مرحلة التقدم').selectOption('قيد التنفيذ')
  await page.getByLabel('الدروس المستخلصة').fill('لا تكفي اللوحة وحدها.')
  await page.getByRole('main').getByRole('button', { name: 'حفظ المسودة' }).click()
  await expect(page.getByText('حُفظت المسودة.')).toBeVisible()
  return new URL(page.url()).pathname.replace('/edit', '')
}
