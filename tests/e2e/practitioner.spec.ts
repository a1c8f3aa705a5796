import { Buffer } from 'node:buffer'
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { linkTo } from './support/mail.ts'
import { expect, phone, test } from './support/test.ts'

test.use(phone)
test.slow()

const EMAIL = 'amal@example.org'
const PASSWORD = 'كلمة مرور لهذه الرحلة'
const NAME = 'أمل (مثال)'
const TITLE = 'مسالك مضاءة بالطاقة الشمسية (مثال)'
const SUMMARY = 'أنارت الجماعة المسالك القروية بأعمدة شمسية يختار السكان مواقعها.'
const LATER = 'أنارت الجماعة المسالك القروية بأعمدة شمسية يختار التلاميذ مواقعها.'
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')

test('a practitioner comes to the network, writes a practice, and keeps it up to date', async ({
  page,
  open,
}) => {
  await signUp(page)
  await askForSeat(page)
  const facilitator = await open('facilitator')
  await facilitator.goto('/ar/moderation?kind=seats')
  await decide(facilitator, NAME, 'تأكيد')

  await failToSubmit(page)
  await completeAndSubmit(page)
  await facilitator.goto('/ar/moderation?kind=practices')
  await decide(facilitator, TITLE, 'قبول ونشر')

  const visitor = await open(null)
  await visitor.goto('/ar')
  const search = visitor.getByRole('main').getByRole('searchbox')
  await search.fill('مسلك الشمسيه')
  await search.press('Enter')
  await visitor.getByRole('link', { name: TITLE }).click()
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText(TITLE)

  await attach(page, visitor.url())
  await visitor.reload()
  const file = visitor.waitForEvent('download')
  await visitor.getByRole('link', { name: 'دليل الأعمدة' }).click()
  expect(readFileSync(await (await file).path())).toEqual(PDF)

  await change(page, visitor.url())
  await visitor.reload()
  await expect(visitor.getByText(LATER)).toBeVisible()
  await compareAndRestore(page)
  await visitor.reload()
  await expect(visitor.getByText(SUMMARY)).toBeVisible()
  await expect(visitor.getByText(LATER)).toBeHidden()
})

async function signUp(page: Page) {
  await page.goto('/ar')
  await page.getByRole('link', { name: 'تسجيل الدخول' }).click()
  await page.getByRole('link', { name: 'إنشاء حساب' }).click()
  await page.getByLabel('الاسم الكامل').fill(NAME)
  await page.getByLabel('البريد الإلكتروني').fill(EMAIL)
  await page.getByLabel('كلمة المرور').fill(PASSWORD)
  await page.getByLabel('اطلعت على كيفية معالجة معطياتي').check()
  await page.getByRole('button', { name: 'إنشاء الحساب' }).click()
  await expect(page.getByRole('heading', { name: 'تحققوا من بريدكم' })).toBeVisible()

  await page.goto(await linkTo(EMAIL, '/confirm'))
  await expect(page.getByRole('main')).toContainText(EMAIL)
  await page.getByRole('button', { name: 'تأكيد هذا العنوان' }).click()
  await expect(page.getByText('تم تأكيد بريدكم الإلكتروني.')).toBeVisible()
  await page.getByLabel('البريد الإلكتروني').fill(EMAIL)
  await page.getByLabel('كلمة المرور').fill(PASSWORD)
  await page.getByRole('button', { name: 'تسجيل الدخول' }).click()
}

async function askForSeat(page: Page) {
  await page.getByRole('link', { name: 'طلب تأكيد صفة' }).click()
  await page.getByLabel('اسم الجهة أو العمالة أو الإقليم أو الجماعة').fill('شفشاون')
  await page.getByRole('main').getByRole('button', { name: 'بحث' }).click()
  await page.getByRole('radio', { name: /^شفشاون.*جماعة/ }).check()
  await page.getByLabel('الصفة').selectOption('نقطة ارتكاز')
  await page.getByRole('button', { name: 'إرسال الطلب' }).click()
  await expect(page.getByText('أُرسل طلبكم إلى فريق التنشيط.')).toBeVisible()
  await expect(page.getByRole('main')).toContainText('في انتظار التأكيد')
}

/** Presses a button of the one entry in the queue that names someone or something. */
async function decide(page: Page, name: string, button: string) {
  const entry = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) })
  await entry.getByRole('button', { name: button, exact: true }).click()
  await expect(page.getByText('وسيُشعر')).toBeVisible()
}

async function failToSubmit(page: Page) {
  await page.goto('/ar/practices')
  await page.getByRole('link', { name: 'إضافة ممارسة' }).click()
  await page.getByRole('textbox', { name: 'العنوان' }).fill(TITLE)
  await page.getByLabel('الملخص').fill(SUMMARY)
  await page.getByLabel('الولوج إلى المعلومة').check()
  await page.getByRole('button', { name: 'إرسال للمراجعة' }).click()

  const summary = page.getByRole('alert')
  await expect(summary).toContainText('تعذر إتمام العملية')
  await expect(summary.getByRole('link')).toHaveCount(5)
  await summary.getByRole('link', { name: /^الخطوات المتبعة/ }).click()
  await expect(page.getByLabel('الخطوات المتبعة')).toBeInViewport()
  await expect(page.getByRole('textbox', { name: 'العنوان' })).toHaveValue(TITLE)
  await expect(page.getByLabel('الملخص')).toHaveValue(SUMMARY)
  await expect(page.getByLabel('الولوج إلى المعلومة')).toBeChecked()
}

async function completeAndSubmit(page: Page) {
  const main = page.getByRole('main')
  const challenges = page.getByRole('group', { name: 'التحديات المشتركة المعنية' })
  await challenges.getByRole('checkbox').first().check()
  await page.getByLabel('الخطوات المتبعة').fill('1. **لقاءات** في الدواوير\n2. اختيار المواقع')
  await main.getByRole('button', { name: 'حفظ المسودة' }).click()
  await expect(page.getByText('حُفظت المسودة.')).toBeVisible()

  await page.getByLabel('مرحلة التقدم').selectOption('قيد التنفيذ')
  await page.getByLabel('الدروس المستخلصة').fill('الصيانة تُبرمج منذ البداية.')
  await main.getByRole('button', { name: 'معاينة' }).click()
  const preview = page.getByRole('region', { name: 'معاينة' })
  await expect(preview.getByRole('heading', { name: TITLE })).toBeVisible()
  await expect(preview.locator('strong')).toHaveText(['لقاءات'])
  await expect(preview).toContainText('شفشاون')

  const checks = page.getByRole('group', { name: 'قبل النشر' })
  for (const check of await checks.getByRole('checkbox').all()) await check.check()
  await page.getByRole('button', { name: 'إرسال للمراجعة' }).click()
  await expect(page.getByText('أُرسلت البطاقة للمراجعة.')).toBeVisible()
}

async function attach(page: Page, practice: string) {
  await page.goto(practice)
  await page.getByRole('link', { name: 'الوثائق المرفقة' }).click()
  const file = { name: 'دليل.pdf', mimeType: 'application/pdf', buffer: PDF }
  await page.getByLabel('الملف').setInputFiles(file)
  await page.getByRole('textbox', { name: 'العنوان' }).fill('دليل الأعمدة')
  await page.getByRole('button', { name: 'إرسال الملف' }).click()
  await expect(page.getByText('أُضيفت الوثيقة.')).toBeVisible()
}

async function change(page: Page, practice: string) {
  await page.goto(practice)
  await page.getByRole('link', { name: 'تعديل' }).click()
  await page.getByLabel('الملخص').fill(LATER)
  await page.getByLabel('ملاحظة حول التعديل').fill('صُحح من يختار المواقع')
  await page.getByRole('main').getByRole('button', { name: 'حفظ' }).click()
  await expect(page.getByText('حُفظ التعديل.')).toBeVisible()
}

async function compareAndRestore(page: Page) {
  await page.getByRole('link', { name: 'سجل النسخ' }).click()
  const changed = page.getByRole('row').filter({ hasText: 'صُحح من يختار المواقع' })
  const latest = Number((await changed.innerText()).match(/النسخة (\d+)/)![1])
  await page.getByRole('radio', { name: `قبل النسخة ${latest - 1}` }).check()
  await page.getByRole('radio', { name: `بعد النسخة ${latest}` }).check()
  await page.getByRole('button', { name: 'مقارنة النسختين المختارتين' }).click()
  await expect(page.locator('del').last()).toContainText('السكان')
  await expect(page.locator('ins').last()).toContainText('التلاميذ')

  await page.getByRole('button', { name: `استرجاع النسخة ${latest - 1}` }).click()
  await expect(page.getByText('استُرجعت النسخة.')).toBeVisible()
}
