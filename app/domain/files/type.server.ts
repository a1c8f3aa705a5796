import { fileTypeFromBuffer } from 'file-type'

// What is known of an archive that cannot be read further.
const ARCHIVE = { mime: 'application/zip' }

/**
 * What a file is by its content, as a MIME type; undefined for what has no signature
 * (text). Never throws: file-type looks into archives, and Node 26 gives up on damaged ones where
 * Node 20 went on.
 */
export async function typeOf(bytes: Uint8Array): Promise<{ mime: string } | undefined> {
  try {
    return await fileTypeFromBuffer(bytes)
  } catch {
    return ARCHIVE
  }
}
