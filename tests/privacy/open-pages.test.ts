import { beforeAll, expect, test } from 'vitest'
import { LANGS } from '#app/domain/languages.ts'
import { get } from '#tests/support/requests.ts'
import { ADDRESSES } from './addresses.ts'
import {
  answerTo,
  difference,
  EVERY_LANGUAGE,
  fill,
  namesHidden,
  openNames,
  OUTSIDERS,
  pathOf,
  who,
} from './answer.ts'
import { CHANGES_BY_ITSELF, givesOwn } from './readings.ts'
import { aCast, type Cast, fillSpace } from './world.ts'

const open = Object.values(ADDRESSES)
  .flat()
  .map(pathOf)
  .filter((path) => !namesHidden(path))

let cast: Cast
const before = new Map<string, string>()

beforeAll(async () => {
  cast = await aCast()
  // The words of the thesaurus are read once for all: no answer to anyone in particular.
  for (const lang of LANGS) await get(null, `/${lang}/search?q=commune`)
  // So are the spaces that are open to all of a standing.
  for (const name of OUTSIDERS) await get(who(cast, name), '/fr/search?q=commune')
  await everyOpenPage((key, answer) => before.set(key, answer))
  await fillSpace(cast)
}, 300_000)

test('no list, count, feed or page of others changes when a private space gets content', async () => {
  const changed: string[] = []
  await everyOpenPage((key, answer) => {
    if (before.get(key) !== answer) changed.push(`${key} · ${difference(before.get(key), answer)}`)
  })
  expect(changed).toEqual([])
  expect(before.size).toBeGreaterThan(400)
}, 300_000)

async function everyOpenPage(visit: (key: string, answer: string) => void) {
  for (const name of OUTSIDERS) {
    for (const [index, path] of open.entries()) {
      if (givesOwn(name, path)) continue
      const langs = EVERY_LANGUAGE.includes(name)
        ? LANGS
        : [LANGS[(index + OUTSIDERS.indexOf(name)) % LANGS.length]!]
      // Without a language in the address there is one answer.
      for (const lang of path.startsWith('/fr') ? langs : langs.slice(0, 1)) {
        const filled = fill(path, { names: {}, open: openNames(cast), lang })
        const whole = await answerTo(who(cast, name), 'GET', filled, {})
        // A page for visitors that is kept need not be asked for again: what is sent counts.
        const answer = name === 'visitor' ? whole.split(/\n(?:select|with) /)[0]! : whole
        visit(`${name} ${filled.path}`, answer.replace(CHANGES_BY_ITSELF[path] ?? '', ''))
      }
    }
  }
}
