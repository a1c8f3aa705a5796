import { inflateRawSync } from 'node:zlib'
import { Fault } from './fault.js'

// Signatures and offsets: APPNOTE.TXT 6.3.10, sections 4.3.7 and 4.3.15.
const LOCAL = 0x04034b50
const LOCATOR_64 = Buffer.from('PK\x06\x07', 'latin1')

/** @typedef {{ name: string, method: number, packed: number, offset: number }} Entry */

/**
 * Unfolds an office document once before a library does: whatever sizes it declares, it may not come to
 * more than `unpacked` bytes, and no part of it may declare entities. Throws a fault.
 * @param {Buffer} zip @param {Entry[]} entries the directory that it was inspected by
 * @param {import('./fault.js').Limits} limits
 */
export function checkArchive(zip, entries, { unpacked }) {
  // Programs that know the larger form of the directory would go by another one.
  if (zip.includes(LOCATOR_64)) throw new Fault('broken')
  let left = unpacked
  for (const entry of entries) {
    const part = unfold(zip, entry, left)
    left -= part.length
    if (/\.(?:xml|rels)$/i.test(entry.name) && declares(part)) throw new Fault('broken')
  }
}

/** @param {Buffer} zip @param {Entry} entry @param {number} most */
function unfold(zip, { offset, packed, method }, most) {
  if (zip.readUInt32LE(offset) !== LOCAL) throw new Fault('broken')
  const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28)
  const data = zip.subarray(start, start + packed)
  if (method === 0 && data.length <= most) return data
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    const isTooMuch = /** @type {{ code?: string }} */ (error).code === 'ERR_BUFFER_TOO_LARGE'
    throw new Fault(isTooMuch ? 'bomb' : 'broken')
  }
}

// In whichever encoding: the letters are the same bytes, with or without zeros between them.
/** @param {Buffer} part */
function declares(part) {
  const beginning = part.subarray(0, 4_096).toString('latin1').replaceAll('\0', '')
  return /<!(?:DOCTYPE|ENTITY)/i.test(beginning)
}
