import { encode } from 'uqr'
import { remembered } from '#app/domain/remember.ts'

// Some 3 kB each. To draw one takes as long as a page's statements.
const MOST = 500

/** A text as a picture that phones read: the outline of its dark squares, and how wide it is. */
export const qrCode = remembered((text) => {
  const { data, size } = encode(text, { border: 4 })
  return { size, path: data.map(rowPath).join('') }
}, MOST)

// Dark squares that stand side by side are one shape: a third of the bytes.
function rowPath(row: boolean[], y: number) {
  const signs = row.map((dark) => (dark ? '#' : ' ')).join('')
  return [...signs.matchAll(/#+/g)]
    .map(({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`)
    .join('')
}
