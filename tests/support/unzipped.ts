import { inflateRawSync } from 'node:zlib'

/** The files of a ZIP by their names, as text: read from its directory, by no library that made it. */
export async function unzipped(answer: Response) {
  const zip = Buffer.from(await answer.arrayBuffer())
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0) throw new Error('no ZIP')
  const files: Record<string, string> = {}
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [nameSize, extraSize] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30)]
    const name = zip.toString('utf8', at + 46, at + 46 + nameSize)
    files[name] = bytesOf(zip, at).toString('utf8')
    at += 46 + nameSize + extraSize + zip.readUInt16LE(at + 32)
  }
  return files
}

function bytesOf(zip: Buffer, entry: number) {
  const local = zip.readUInt32LE(entry + 42)
  const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
  const bytes = zip.subarray(from, from + zip.readUInt32LE(entry + 20))
  return zip.readUInt16LE(entry + 10) === 8 ? inflateRawSync(bytes) : bytes
}
