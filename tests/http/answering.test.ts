import { matchRoutes } from '@remix-run/react'
import { expect, inject, test } from 'vitest'
import { narrowing } from '#app/http/answering.server.ts'
import { ADDRESSES } from '#tests/privacy/addresses.ts'
import { pathOf } from '#tests/privacy/answer.ts'
import { routeList } from '#tests/support/requests.ts'

const narrow = narrowing(inject('routes'))

type Tree = { id: string; path?: string; index?: boolean; children?: Tree[] }

function treeOf(ids: string[], parent?: string): Tree[] {
  return routeList
    .filter(({ id, parentId }) => parentId === parent && ids.includes(id))
    .map(({ id, path, index }) =>
      index ? { id, path, index } : { id, path, children: treeOf(ids, id) },
    )
}

function foundIn(ids: string[], path: string) {
  return matchRoutes(treeOf(ids) as never, path)?.map(({ route }) => route.id)
}

const all = routeList.map(({ id }) => id)
const usual = [
  '/',
  '/fr',
  '/fr/nowhere',
  '/nowhere',
  '/robots.txt',
  ...Object.values(ADDRESSES).flatMap((some) => some.map((one) => pathOf(one).split('?')[0]!)),
]
const UNUSUAL = [
  ...['/fr/Threads/abc', '/fr/%74hreads/abc', '/FR/threads', '/Theme', '/FR', '//fr/threads'],
  ...['/fr//threads', '/fr/threads/', '/fr/threads///', '/__manifest', '/_root'],
  ...['/fr/threads/abc/%D8%A7', '/fr/threads/%E0%A4%A/%D8', '/fr/a%2Fb/c', '/fr/nowhere%0A'],
]

test('the few routes an address is answered from have the one that all of them have', () => {
  for (const path of [...usual, ...UNUSUAL]) {
    expect([path, foundIn(narrow(path), path)]).toEqual([path, foundIn(all, path)])
  }
})

test('they are few: for one address, for one that does not exist, for its data alone', () => {
  const thread = '/fr/threads/abc'
  for (const path of ['/fr', '/fr/nowhere', thread, `${thread}/%D8%A7`, `${thread}/title.data`]) {
    expect(narrow(path).length).toBeLessThan(8)
  }
})
