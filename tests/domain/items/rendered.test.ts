import { expect, test } from 'vitest'
import { renderAgain } from '#app/domain/items/texts.server.ts'
import { db } from '#db/client.server.ts'
import { aMember, aPost, aThread } from '#tests/support/factories.ts'
import { post } from '#tests/support/requests.ts'

test('a stored text is kept as typed, and rendered in its language, again by a newer renderer', async () => {
  const thread = await aThread()
  const ids = [await aPost(thread, { body: 'Où ?' }), await aPost(thread, { body: 'Why ?', lang: 'en' })] // prettier-ignore
  const rendered = () =>
    db
      .selectFrom('section')
      .where(
        'item_id',
        'in',
        ids.map(({ id }) => id),
      )
      .orderBy('lang', 'desc')
      .select(['source', 'html'])
      .execute()
  const both = [
    { source: 'Où ?', html: '<p dir="auto">Où\u00a0?</p>\n' },
    { source: 'Why ?', html: '<p dir="auto">Why ?</p>\n' },
  ]
  expect(await rendered()).toEqual(both)
  await db.updateTable('section').set({ renderer: 1, html: 'x' }).execute()
  const told: number[][] = []
  const count = await renderAgain(db, (...said) => told.push(said))
  expect(count).toBeGreaterThan(1)
  expect(told).toEqual([[0, count]])
  expect(await rendered()).toEqual(both)
})

test('the preview of a text that there is keeps the marks of its language, as the text will', async () => {
  const author = await aMember()
  const { id } = await aPost(await aThread({ title: 'Marques' }), { body: 'Avant', author })
  const preview = await post(author, `/fr/posts/${id}/edit`, { body: 'Vraiment ?', intent: 'preview' }) // prettier-ignore
  expect(await preview.text()).toContain('>Vraiment\u00a0?</p>')
})
