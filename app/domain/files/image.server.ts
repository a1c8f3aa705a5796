import type { Sharp, SharpOptions } from 'sharp'
import { MAX_IMAGE_PIXELS, MAX_IMAGE_SIDE } from './files.limits.ts'

const FORMATS = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/apng': 'png',
  'image/webp': 'webp',
  'image/gif': 'png',
} as const
const EXTENSIONS = { jpeg: 'jpg', png: 'png', webp: 'webp' } as const

export type ImageMime = keyof typeof FORMATS

export function isImage(mime: string): mime is ImageMime {
  return Object.hasOwn(FORMATS, mime)
}

/**
 * Draws an image anew: upright, of bounded size, its first frame alone, and without what came
 * along with the pixels (place, camera, thumbnail, anything appended).
 */
export async function redraw(bytes: Uint8Array, mime: ImageMime) {
  const format = FORMATS[mime]
  try {
    if (await isTooLarge(bytes)) return { ok: false, reason: 'too_large' } as const
    const redrawn = await (await drawing(bytes)).toFormat(format).toBuffer()
    const extension = EXTENSIONS[format]
    return { ok: true, mime: `image/${format}`, extension, bytes: new Uint8Array(redrawn) } as const
  } catch {
    // sharp throws for any image it cannot read to its end.
    return { ok: false, reason: 'broken' } as const
  }
}

async function isTooLarge(bytes: Uint8Array) {
  const { width, height } = await (await open(bytes, { limitInputPixels: false })).metadata()
  return width * height > MAX_IMAGE_PIXELS
}

async function drawing(bytes: Uint8Array) {
  const image = await open(bytes, { limitInputPixels: MAX_IMAGE_PIXELS, failOn: 'warning' })
  return image.autoOrient().resize({
    width: MAX_IMAGE_SIDE,
    height: MAX_IMAGE_SIDE,
    fit: 'inside',
    withoutEnlargement: true,
  })
}

// Loaded with the first image: it takes its time and memory, which most starts never need.
async function open(bytes: Uint8Array, options: SharpOptions): Promise<Sharp> {
  const { default: sharp } = await import('sharp')
  return sharp(bytes, options)
}
