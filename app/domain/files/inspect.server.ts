import { MAX_FILE_BYTES } from './files.limits.ts'
import { type ImageMime, isImage, redraw } from './image.server.ts'
import { officeExtension, officeFault } from './office.server.ts'
import { typeOf } from './type.server.ts'

export type Refusal = { ok: false; reason: 'empty' | 'too_large' | 'type' | 'broken' }
export type Inspected = {
  ok: true
  mime: string
  extension: string
  kind: 'image' | 'document'
  bytes: Uint8Array
}

/**
 * Decides by a file's content whether it may be kept, and as what. The name only tells a table
 * from other plain text. Images come back drawn anew, documents as they are.
 */
export async function inspectFile(bytes: Uint8Array, name: string): Promise<Inspected | Refusal> {
  if (bytes.length === 0) return refused('empty')
  if (bytes.length > MAX_FILE_BYTES) return refused('too_large')
  const type = await typeOf(bytes)
  if (!type) return inspectText(bytes, name)
  if (isImage(type.mime)) return inspectImage(bytes, type.mime)
  return inspectDocument(bytes, type.mime)
}

async function inspectImage(bytes: Uint8Array, mime: ImageMime): Promise<Inspected | Refusal> {
  const drawn = await redraw(bytes, mime)
  return drawn.ok ? { ...drawn, kind: 'image' } : drawn
}

function inspectDocument(bytes: Uint8Array, mime: string): Inspected | Refusal {
  if (mime === 'application/pdf') return document(bytes, mime, 'pdf')
  const extension = officeExtension(mime)
  if (!extension) return refused('type')
  const fault = officeFault(bytes, extension)
  return fault ? refused(fault) : document(bytes, mime, extension)
}

function inspectText(bytes: Uint8Array, name: string) {
  const text = decode(bytes)
  if (text === undefined || text.includes('\0') || isMarkup(text)) return refused('type')
  return /\.csv$/i.test(name)
    ? document(bytes, 'text/csv', 'csv')
    : document(bytes, 'text/plain', 'txt')
}

function decode(bytes: Uint8Array) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

// HTML and SVG need no signature, so what a browser might take for them is told by its beginning.
function isMarkup(text: string) {
  const beginning = text.slice(0, 2_048)
  return (
    /^\s*</.test(beginning) || /<(?:!doctype|html|head|body|script|svg|iframe)\b/i.test(beginning)
  )
}

function document(bytes: Uint8Array, mime: string, extension: string): Inspected {
  return { ok: true, mime, extension, kind: 'document', bytes }
}

function refused(reason: Refusal['reason']): Refusal {
  return { ok: false, reason }
}
