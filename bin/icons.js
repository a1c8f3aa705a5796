// Draws the icons of public/icons from the mark; run by hand when it changes: node bin/icons.js
import { join } from 'node:path'
import sharp from 'sharp'
import { ROOT } from './build.js'

const MARK = `<path d="M6.1 6.1h19.8v19.8H6.1z"/><path d="M16 2l14 14-14 14L2 16z"/>`

for (const [name, size] of [
  ['192', 192],
  ['512', 512],
]) {
  await draw(String(name), Number(size), `<g fill="#0b5b45">${MARK}</g>${hole('#fff')}`)
}
// Phones cut this one into a shape of theirs: the mark stays within the middle four fifths.
const small = `<g fill="#fff" transform="translate(6.4 6.4) scale(.6)">${MARK}</g>`
await draw(
  'maskable',
  512,
  `<path fill="#0b5b45" d="M0 0h32v32H0z"/>${small}${hole('#0b5b45', 2.8)}`,
)

/** @param {string} name @param {number} size @param {string} shapes */
async function draw(name, size, shapes) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 32 32">${shapes}</svg>`
  const png = sharp(Buffer.from(svg)).png({ palette: true, colours: 32 })
  await png.toFile(join(ROOT, `public/icons/${name}.png`))
}

/** @param {string} colour @param {number} [radius] */
function hole(colour, radius = 4.6) {
  return `<circle fill="${colour}" cx="16" cy="16" r="${radius}"/>`
}
