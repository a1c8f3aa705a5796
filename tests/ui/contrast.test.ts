import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { colourBlocks, type Colours, pairsOf } from '#app/ui/design/contrast.ts'

const css = readFileSync('app/ui/styles/tokens.css', 'utf8')
const [LIGHT, DARK, CHOSEN_DARK] = colourBlocks(css)

test('the dark that is chosen is the dark of the device', () => {
  expect(CHOSEN_DARK).toEqual(DARK)
})

test.each([
  ['light', LIGHT!],
  ['dark', DARK!],
])('what is written can be read, and what is drawn made out (%s)', (_, colours) => {
  expect(tooFaint(colours)).toEqual([])
})

function tooFaint(colours: Colours) {
  return pairsOf(colours)
    .filter(({ ratio, least }) => !(ratio >= least))
    .map(({ front, back, ratio }) => `${front} on ${back}: ${ratio.toFixed(2)}`)
}
