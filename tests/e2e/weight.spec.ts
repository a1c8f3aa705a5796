import type { APIRequestContext } from '@playwright/test'
import { type Weight, weigh } from '#tests/support/weight.ts'
import { BUDGETS } from './support/budgets.ts'
import { fill, written } from './support/pages.ts'
import { expect, test } from './support/test.ts'

const REPLY =
  'لقد جربنا ذلك في **جماعتنا** سنة 2024، وكانت النتيجة مرضية. Nous avons publié le budget en une ' +
  'page, puis tenu trois réunions de quartier ; [le compte rendu](https://example.org/cr) est en ' +
  'ligne.\n\n- ما الذي نجح: لغة بسيطة\n- ما الذي تعثر: الوقت'

test.use({ trace: 'off' })

test('no page weighs more than its budget', async ({ open, request, page }) => {
  await page.goto('/ar/practices')
  const practice = await page.locator('main article a').first().getAttribute('href')
  const { challenge, thread } = await fill(request)
  await reply(request, thread)
  const paths = {
    home: '/ar',
    challenge: `/ar/${challenge}`,
    'thread with 20 replies': `/ar/${thread}`,
    practice: practice!,
    library: '/ar/practices',
    search: '/ar/search?q=الميزانية',
  }
  const over: string[] = []
  for (const [name, path] of Object.entries(paths)) {
    over.push(...heavier(name, await weigh(await open(null), path)))
  }
  const signedIn = 'thread with 20 replies, signed in'
  over.push(...heavier(signedIn, await weigh(await open('member'), `/ar/${thread}`)))
  expect(over).toEqual([])
})

function heavier(name: string, weight: Weight) {
  const budget = BUDGETS[name]!
  return (Object.keys(budget) as (keyof Weight)[])
    .filter((what) => weight[what] > budget[what])
    .map((what) => `${name}: ${what} is ${weight[what]}, its budget ${budget[what]}`)
}

// Two it has; by somebody who writes little else here, since a person may write only so much.
async function reply(request: APIRequestContext, thread: string) {
  for (let count = 2; count < 20; count++) {
    await written(request, 'admin', `/${thread}`, { body: REPLY, lang: 'ar' })
  }
}
