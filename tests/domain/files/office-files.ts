import { deflateRawSync } from 'node:zlib'

type Part = readonly [name: string, content: string]

/** A ZIP archive of these files; `mimetype`, as OpenDocument asks, is not compressed. */
export function zip(parts: readonly Part[]) {
  const locals: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  for (const [name, content] of parts) {
    const [local, entry] = zipped(name, Buffer.from(content), offset)
    locals.push(local)
    entries.push(entry)
    offset += local.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...locals, directory, end]))
}

const WORD = 'wordprocessingml.document'
const MAIN = { docx: WORD, xlsx: 'spreadsheetml.sheet', pptx: 'presentationml.presentation' }

export function contentTypes(main: string) {
  return `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`
}

/** A small Office Open XML document, with other parts or another list of types if asked. */
export function ooxml(extension: keyof typeof MAIN, more: readonly Part[] = [], types?: string) {
  const main = `application/vnd.openxmlformats-officedocument.${MAIN[extension]}.main+xml`
  return zip([
    ['[Content_Types].xml', types ?? contentTypes(main)],
    ['_rels/.rels', '<Relationships/>'],
    ['word/document.xml', '<w:document>سلام</w:document>'],
    ...more,
  ])
}

export function openDocument(kind: string, more: readonly Part[] = []) {
  return zip([
    ['mimetype', `application/vnd.oasis.opendocument.${kind}`],
    ['content.xml', '<office:document-content/>'],
    ...more,
  ])
}

function zipped(name: string, content: Buffer, offset: number): [Buffer, Buffer] {
  const method = name === 'mimetype' ? 0 : 8
  const packed = method ? deflateRawSync(content) : content
  const shared = Buffer.alloc(26)
  shared.writeUInt16LE(20, 0)
  shared.writeUInt16LE(method, 4)
  shared.writeUInt32LE(crc32(content), 10)
  shared.writeUInt32LE(packed.length, 14)
  shared.writeUInt32LE(content.length, 18)
  shared.writeUInt16LE(Buffer.byteLength(name), 22)
  const local = Buffer.concat([signed(0x04034b50), shared, Buffer.from(name), packed])
  const rest = Buffer.alloc(14)
  rest.writeUInt32LE(offset, 10)
  return [local, Buffer.concat([signed(0x02014b50), u16(20), shared, rest, Buffer.from(name)])]
}

function signed(signature: number) {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(signature)
  return bytes
}

function u16(value: number) {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

function crc32(bytes: Buffer) {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}
