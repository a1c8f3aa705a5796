import type { Page } from '@playwright/test'

export type Weight = Record<'bytes' | 'requests' | 'script' | 'style' | 'font', number>

const KINDS = { Script: 'script', Stylesheet: 'style', Font: 'font' } as const

/**
 * What a browser is sent for a page: bytes on the wire with their headers, requests, and how much of
 * the bytes is script, style and fonts. The page must be new, so that nothing of it is kept.
 */
export async function weigh(page: Page, address: string) {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.enable')
  const weight: Weight = { bytes: 0, requests: 0, script: 0, style: 0, font: 0 }
  const kinds = new Map<string, keyof typeof KINDS>()
  devtools.on('Network.responseReceived', ({ requestId, type }) => {
    kinds.set(requestId, type as keyof typeof KINDS)
  })
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    weight.bytes += encodedDataLength
    weight.requests++
    const kind = KINDS[kinds.get(requestId)!]
    if (kind) weight[kind] += encodedDataLength
  })
  await page.goto(address, { waitUntil: 'networkidle' })
  // Where there is script, it asks for more before it takes the page over.
  await page.waitForFunction(() => {
    const scripts = document.querySelector('script[type=module]')
    return !scripts || Object.keys(document).some((key) => key.startsWith('__reactContainer'))
  })
  await devtools.detach()
  return weight
}
