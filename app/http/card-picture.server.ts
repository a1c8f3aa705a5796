import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { OverlayOptions, Sharp } from 'sharp'
import { dirOf } from '#app/i18n/locales.ts'
import type { Lang } from '#db/schema.ts'
import { createShelf } from '#app/domain/shelf.ts'
import { xml } from './xml.server.ts'

/** What stands on a picture: `lang` is that of the title, whose side everything begins on. */
export type CardPicture = {
  lang: Lang
  kicker: string
  title: string
  place: string
  principles: string
  site: string
  network: string
}

/** The size that messengers ask for. */
export const CARD = { width: 1200, height: 630 }

// One more when the drawing changes, so that nobody keeps the one before.
const DRAWING = 1
const MARGIN = 80
const BESIDE_MARK = 76
const MEASURE = CARD.width - 2 * MARGIN
const TITLE_HEIGHT = 270
const TITLE_SIZES = [68, 60, 52, 46, 40, 34]
const LONGEST_TITLE = 200
const INK = { title: '#1f1d1a', accent: '#0b5b45', muted: '#5d5851' }
const FACES = 'IBM Plex Sans Arabic, Noto Sans Tifinagh'

// Beside this file, and where the build puts them.
const FONTS = ['fonts/fonts.conf', '../fonts/fonts.conf']

const kept = createShelf<Buffer>(4_000_000)
let last: Promise<unknown> = Promise.resolve()

/** What tells this picture from every other: the same words are the same picture. */
export function tagOf(card: CardPicture) {
  const words = JSON.stringify([DRAWING, card])
  return `"${createHash('sha256').update(words).digest('base64url').slice(0, 27)}"`
}

/** The picture as a PNG; kept while there is room, and drawn one at a time. */
export function drawCard(card: CardPicture) {
  const tag = tagOf(card)
  const known = kept.get(tag)
  if (known) return Promise.resolve(known)
  const drawn = last.then(async () => {
    const picture = kept.get(tag) ?? (await draw(card))
    kept.set(tag, picture, picture.length)
    return picture
  })
  last = drawn.catch(() => {})
  return drawn
}

async function draw({ lang, kicker, title, place, principles, site, network }: CardPicture) {
  const isRtl = dirOf(lang) === 'rtl'
  const start = (line: Line, top: number, before = 0) =>
    laid(line, top, isRtl ? CARD.width - MARGIN - before - line.width : MARGIN + before)
  const end = (line: Line, top: number) =>
    laid(line, top, isRtl ? MARGIN : CARD.width - MARGIN - line.width)
  const lines = [
    start(await drawLine(kicker, 32, INK.accent, 600), 64),
    start(await drawTitle(title), 124),
    start(await drawLine(place, 34, INK.title), 414),
    start(await drawLine(principles, 28, INK.muted), 466),
    start(await drawLine(site, 40, INK.accent, 600), 545, BESIDE_MARK),
    end(await drawLine(network, 26, INK.muted), 552),
  ]
  const picture = (await paper(isRtl)).composite(lines.flat())
  return picture.png({ palette: true, colours: 64, effort: 7 }).toBuffer()
}

function laid({ data, width }: Line, top: number, left: number): OverlayOptions[] {
  return width ? [{ input: data, top, left }] : []
}

async function drawTitle(title: string) {
  const letters = [...title]
  const short =
    letters.length > LONGEST_TITLE ? letters.slice(0, LONGEST_TITLE).join('') + '…' : title
  let line = await drawLine(short, TITLE_SIZES[0]!, INK.title, 600)
  for (const size of TITLE_SIZES.slice(1)) {
    if (line.height <= TITLE_HEIGHT) break
    line = await drawLine(short, size, INK.title, 600)
  }
  return line
}

type Line = { data: Buffer; width: number; height: number }

/** A text in the faces that come with the program, on nothing; in lines where it is too long. */
export async function drawLine(words: string, size: number, colour: string, weight = 400) {
  // What holds nothing to be drawn would be an error.
  if (!/\S/.test(words)) return { data: Buffer.alloc(0), width: 0, height: 0 }
  const text = `<span foreground="${colour}" weight="${weight}" size="${size}pt">${xml(words)}</span>`
  const sharp = await drawing()
  const image = sharp({ text: { text, font: FACES, width: MEASURE, dpi: 72, rgba: true } })
  const { data, info } = await image.png().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

async function paper(isRtl: boolean): Promise<Sharp> {
  const { width, height } = CARD
  const x = isRtl ? width - MARGIN - 56 : MARGIN
  const sharp = await drawing()
  return sharp(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
<rect width="${width}" height="${height}" fill="#fff"/>
<rect width="${width}" height="16" fill="${INK.accent}"/>
<rect x="${MARGIN}" y="520" width="${MEASURE}" height="2" fill="#dfdad2"/>
<g transform="translate(${x} 542) scale(1.75)" fill="${INK.accent}">
<path d="M6.1 6.1h19.8v19.8H6.1z"/><path d="M16 2l14 14-14 14L2 16z"/>
<circle fill="#fff" cx="16" cy="16" r="4.6"/></g></svg>`),
  )
}

// No face of the machine is looked for: what is drawn is the same everywhere. Loaded with the first
// picture, since it takes its time and memory.
async function drawing() {
  process.env.FONTCONFIG_FILE ??= FONTS.map((one) => join(import.meta.dirname, one)).find(
    existsSync,
  )
  const { default: sharp } = await import('sharp')
  return sharp
}
