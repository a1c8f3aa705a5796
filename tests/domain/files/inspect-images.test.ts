import sharp from 'sharp'
import { expect, test } from 'vitest'
import { MAX_IMAGE_SIDE } from '#app/domain/files/files.limits.ts'
import { inspectFile } from '#app/domain/files/inspect.server.ts'

const RED = { r: 200, g: 20, b: 20 }

test.each([
  ['jpeg', 'image/jpeg', 'jpg'],
  ['png', 'image/png', 'png'],
  ['webp', 'image/webp', 'webp'],
  ['gif', 'image/png', 'png'],
] as const)(
  'a %s is taken, whatever its name, and comes back as %s',
  async (format, mime, extension) => {
    const bytes = new Uint8Array(await plain(30, 20).toFormat(format).toBuffer())
    const found = await inspected(bytes, 'report.pdf')
    expect(found).toMatchObject({ mime, extension, kind: 'image' })
    expect(await sharp(found.bytes).metadata()).toMatchObject({ width: 30, height: 20 })
  },
)

test('the place where a photograph was taken does not come out', async () => {
  const exif = {
    IFD0: { Artist: 'Somebody', Model: 'Telephone' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '34/1 1/1 14/1', GPSLongitude: '6/1 50/1 10/1' },
  }
  const bytes = await plain(30, 20)
    .withExif(exif)
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"/>')
    .jpeg()
    .toBuffer()
  expect(bytes.includes('Somebody')).toBe(true)
  expect((await sharp(bytes).metadata()).exif?.length).toBeGreaterThan(100)

  const found = await inspected(new Uint8Array(bytes))
  const { exif: exifLeft, xmp, icc, iptc } = await sharp(found.bytes).metadata()
  expect([exifLeft, xmp, icc, iptc]).toEqual([undefined, undefined, undefined, undefined])
  expect(Buffer.from(found.bytes).includes('Exif')).toBe(false)
  expect(Buffer.from(found.bytes).includes('Somebody')).toBe(false)
})

test('a photograph held sideways is put upright', async () => {
  const bytes = await plain(30, 20).withMetadata({ orientation: 6 }).jpeg().toBuffer()
  const found = await inspected(new Uint8Array(bytes))
  const { width, height, orientation } = await sharp(found.bytes).metadata()
  expect([width, height, orientation]).toEqual([20, 30, undefined])
})

test('a large image is made smaller, a small one is left at its size', async () => {
  const large = await inspected(new Uint8Array(await plain(3_000, 1_500).jpeg().toBuffer()))
  const size = await sharp(large.bytes).metadata()
  expect([size.width, size.height]).toEqual([MAX_IMAGE_SIDE, MAX_IMAGE_SIDE / 2])
})

test('of an animation the first frame is kept', async () => {
  const frames = [plain(10, 10), plain(10, 10, { r: 0, g: 0, b: 250 })]
  const pages = await Promise.all(frames.map((frame) => frame.png().toBuffer()))
  const gif = await sharp(pages, { join: { animated: true } })
    .gif()
    .toBuffer()
  expect((await sharp(gif).metadata()).pages).toBe(2)

  const found = await inspected(new Uint8Array(gif))
  expect((await sharp(found.bytes).metadata()).pages).toBeUndefined()
  const { dominant } = await sharp(found.bytes).stats()
  expect(dominant.r).toBeGreaterThan(dominant.b)
})

test('what was hidden behind or inside an image does not come out', async () => {
  const gif = await plain(10, 10).gif().toBuffer()
  const page = Buffer.from('<script>alert(1)</script>')
  const found = await inspected(new Uint8Array(Buffer.concat([gif, page])), 'page.html')
  expect(found.mime).toBe('image/png')
  expect(Buffer.from(found.bytes).includes('script')).toBe(false)
})

test('a page that only begins like an image is refused', async () => {
  const bytes = new TextEncoder().encode('GIF89a/*<svg onload=alert(1)>*/=1;')
  expect(await inspectFile(bytes, 'a.gif')).toEqual({ ok: false, reason: 'broken' })
})

test('an image cut off is refused', async () => {
  const noise = { type: 'gaussian' as const, mean: 120, sigma: 40 }
  const create = { width: 200, height: 200, channels: 3 as const, background: RED, noise }
  for (const format of ['jpeg', 'png', 'webp'] as const) {
    const whole = new Uint8Array(await sharp({ create }).toFormat(format).toBuffer())
    const half = whole.slice(0, whole.length / 2)
    expect(await inspectFile(half, 'a.jpg')).toEqual({ ok: false, reason: 'broken' })
  }
})

test('a small file that would unfold to too many pixels is refused unread', async () => {
  const bomb = new Uint8Array(await plain(8_000, 6_000).png({ compressionLevel: 9 }).toBuffer())
  expect(bomb.length).toBeLessThan(1_000_000)
  expect(await inspectFile(bomb, 'a.png')).toEqual({ ok: false, reason: 'too_large' })
})

function plain(width: number, height: number, background = RED) {
  return sharp({ create: { width, height, channels: 3, background } })
}

async function inspected(bytes: Uint8Array, name = 'photo.jpg') {
  const found = await inspectFile(bytes, name)
  if (!found.ok) throw new Error(`refused: ${found.reason}`)
  return found
}
