import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync('app/ui/styles/tokens.css', 'utf8')
const [LIGHT, DARK, CHOSEN_DARK] = blocks()

// What is written on what (WCAG 2.2, 1.4.3: 4.5), and what must be made out on what (1.4.11: 3).
const TEXT: Record<string, string[]> = {
  ink: ['paper', 'shade', 'accent-soft', 'accent-middle', 'warning-soft', 'danger-soft', 'mark', ...tints()], // prettier-ignore
  muted: ['paper', 'shade'],
  accent: ['paper', 'shade'],
  'accent-strong': ['paper', 'shade', 'accent-soft', 'mark'],
  'on-accent': ['accent', 'accent-strong'],
  warning: ['paper', 'warning-soft'],
  danger: ['paper', 'danger-soft'],
}
const SHAPES: Record<string, string[]> = {
  edge: ['paper', 'shade'],
  accent: ['paper', 'shade', 'accent-soft'],
  warning: ['paper', 'warning-soft'],
  danger: ['paper', 'danger-soft'],
}

test('the dark that is chosen is the dark of the device', () => {
  expect(CHOSEN_DARK).toEqual(DARK)
})

test.each([
  ['light', LIGHT!],
  ['dark', DARK!],
])('what is written can be read, and what is drawn made out (%s)', (_, colours) => {
  expect([...tooFaint(colours, TEXT, 4.5), ...tooFaint(colours, SHAPES, 3)]).toEqual([])
})

type Colours = Record<string, string>

function tooFaint(colours: Colours, pairs: Record<string, string[]>, least: number) {
  return Object.entries(pairs)
    .flatMap(([front, backs]) => backs.map((back) => ({ front, back })))
    .map((pair) => ({ ...pair, ratio: contrast(colours[pair.front]!, colours[pair.back]!) }))
    .filter(({ ratio }) => !(ratio >= least))
    .map(({ front, back, ratio }) => `${front} on ${back}: ${ratio.toFixed(2)}`)
}

function contrast(one: string, other: string) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(hex: string) {
  const [red, green, blue] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

// The colours of each block that sets the scheme, in the order of the file.
function blocks(): Colours[] {
  return [...css.matchAll(/color-scheme: (?:light|dark);([^}]*)/g)].map(([, lines]) =>
    Object.fromEntries(
      [...lines!.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]),
    ),
  )
}

function tints() {
  return [1, 2, 3, 4, 5, 6].map((number) => `tint-${number}`)
}
