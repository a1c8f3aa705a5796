export type Colours = Record<string, string>

/** What is written on what (WCAG 2.2, 1.4.3: 4.5), and what must be made out on what (1.4.11: 3). */
export const TEXT: Record<string, string[]> = {
  ink: ['paper', 'shade', 'accent-soft', 'accent-middle', 'warning-soft', 'danger-soft', 'mark', ...tints()], // prettier-ignore
  muted: ['paper', 'shade'],
  accent: ['paper', 'shade'],
  'accent-strong': ['paper', 'shade', 'accent-soft', 'mark'],
  'on-accent': ['accent', 'accent-strong'],
  warning: ['paper', 'warning-soft'],
  danger: ['paper', 'danger-soft'],
}
export const SHAPES: Record<string, string[]> = {
  edge: ['paper', 'shade'],
  accent: ['paper', 'shade', 'accent-soft'],
  warning: ['paper', 'warning-soft'],
  danger: ['paper', 'danger-soft'],
}

export type Pair = { front: string; back: string; least: number; ratio: number }

/** Every pair of colours that meets on a page, with the contrast between them and what it must be. */
export function pairsOf(colours: Colours): Pair[] {
  return [...measured(colours, TEXT, 4.5), ...measured(colours, SHAPES, 3)]
}

/** The colours of each block of the tokens that sets the scheme: light, dark, and dark by choice. */
export function colourBlocks(css: string): Colours[] {
  return [...css.matchAll(/color-scheme: (?:light|dark);([^}]*)/g)].map(([, lines]) =>
    Object.fromEntries(
      [...lines!.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name!, hex!]),
    ),
  )
}

function measured(colours: Colours, pairs: Record<string, string[]>, least: number) {
  return Object.entries(pairs).flatMap(([front, backs]) =>
    backs.map((back) => ({ front, back, least, ratio: contrast(colours[front], colours[back]) })),
  )
}

function contrast(one = '', other = '') {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(hex: string) {
  const [red, green, blue] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

function tints() {
  return [1, 2, 3, 4, 5, 6].map((number) => `tint-${number}`)
}
