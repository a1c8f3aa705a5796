import { expect, test } from 'vitest'
import { aMember, aThread } from '#tests/support/factories.ts'
import { get } from '#tests/support/requests.ts'

const TITLE = 'Fin </script><script>alert(1)</script> & \u2028<!-- suite'

test('what the browser is handed of a page is whole, and ends no script before its end', async () => {
  const thread = await aThread({ title: TITLE })
  const answer = await get(
    await aMember(),
    `/fr/threads/${thread.id}/fin-script-script-alert-1-script-suite`,
  )
  const page = await answer.text()
  expect(answer.status).toBe(200)
  expect(page.match(/^<!DOCTYPE html>/g)).toHaveLength(1)
  const [script = ''] = page.split('<script').slice(-1)
  const [, handed = ''] = /streamController\.enqueue\((".*")\);/.exec(script) ?? []
  expect(handed).not.toMatch(/[<>&\u2028]/)
  expect(JSON.parse(handed)).toContain(JSON.stringify(TITLE))
  expect(script).toMatch(/streamController\.close\(\);<\/script>$/)
})

test('a visitor is handed nothing', async () => {
  const thread = await aThread({ title: 'Pour tous' })
  expect(await (await get(null, `/fr/threads/${thread.id}/pour-tous`)).text()).not.toContain(
    'streamController',
  )
})
