import { encode } from 'uqr'

/** A text as a picture that phones read: the outline of its dark squares, and how wide it is. */
export function qrCode(text: string) {
  const { data, size } = encode(text, { border: 4 })
  const squares = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
  return { size, path: squares.join('') }
}
