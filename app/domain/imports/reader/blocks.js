import { Fault } from './fault.js'

/**
 * The blocks of a document, if they are not too many or too long.
 * @param {import('./fault.js').Block[]} blocks @param {import('./fault.js').Limits} limits
 */
export function checkBlocks(blocks, limits) {
  if (blocks.length === 0) throw new Fault('no_text')
  const all = blocks.reduce((sum, { text }) => sum + text.length, 0)
  if (all > limits.text) throw new Fault('text')
  return blocks
}
