import { inflateRawSync } from 'node:zlib'

// Offsets and signatures: APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const END_LENGTH = 22
const MAX_COMMENT = 65_535
const MAX_PART = 1024 * 1024

export type ZipEntry = { name: string; method: number; packed: number; offset: number }

/**
 * The files a ZIP archive says it holds, from the directory at its end, which is what office
 * programs go by (a scan from the front can be shown other files). Undefined when it is damaged.
 */
export function readZipDirectory(bytes: Uint8Array): ZipEntry[] | undefined {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const end = findEnd(zip)
    return end === undefined ? undefined : entriesOf(zip, end)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** One small file out of the archive, as text; undefined when it cannot be read or is too large. */
export function readZipText(bytes: Uint8Array, { offset, packed, method }: ZipEntry) {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (zip.readUInt32LE(offset) !== LOCAL) return undefined
    const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28)
    const data = zip.subarray(start, start + packed)
    if (method === 8) return inflateRawSync(data, { maxOutputLength: MAX_PART }).toString('utf8')
    return method === 0 && packed <= MAX_PART ? data.toString('utf8') : undefined
  } catch {
    return undefined
  }
}

function findEnd(zip: Buffer) {
  const last = zip.length - END_LENGTH
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT); at--) {
    if (zip.readUInt32LE(at) === END) return at
  }
  return undefined
}

function entriesOf(zip: Buffer, end: number) {
  const count = zip.readUInt16LE(end + 10)
  const entries: ZipEntry[] = []
  let at = zip.readUInt32LE(end + 16)
  for (let index = 0; index < count; index++) {
    if (zip.readUInt32LE(at) !== ENTRY) return undefined
    const [name, extra, comment] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field))
    const nameEnd = at + 46 + (name ?? 0)
    if (nameEnd > end) return undefined
    entries.push({
      name: zip.toString('utf8', at + 46, nameEnd),
      method: zip.readUInt16LE(at + 10),
      packed: zip.readUInt32LE(at + 20),
      offset: zip.readUInt32LE(at + 42),
    })
    at = nameEnd + (extra ?? 0) + (comment ?? 0)
  }
  return entries
}
