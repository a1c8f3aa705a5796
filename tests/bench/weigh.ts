import { type Browser, chromium } from '@playwright/test'
import { findChromium } from '../../bin/chromium.js'
import { type Weight, weigh } from '../support/weight.ts'

const PHONE = { width: 360, height: 740 }

// «Slow 3G» of the benchmarks of the web, on a processor six times slower.
const SLOW = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 }
const SLOWER = 6
const TIMES = 3

export type Weighed = Weight & { readable: number }

/**
 * What a signed-out phone is sent for each page with nothing kept from before, and after how many milliseconds a
 * slow one shows its largest text; none without Chromium.
 */
export async function weighAll(addresses: Record<string, string>) {
  const executablePath = findChromium()
  if (!executablePath) return {}
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const browser = await chromium.launch({ executablePath, args })
  const weights: Record<string, Weighed> = {}
  for (const [name, address] of Object.entries(addresses)) {
    const context = await browser.newContext({ viewport: PHONE, locale: 'ar-MA' })
    const weight = await weigh(await context.newPage(), address)
    await context.close()
    const waits: number[] = []
    while (waits.length < TIMES) waits.push(await readableAfter(browser, address))
    weights[name] = { ...weight, readable: waits.toSorted((a, b) => a - b)[1]! }
  }
  await browser.close()
  return weights
}

async function readableAfter(browser: Browser, address: string) {
  const context = await browser.newContext({ viewport: PHONE, locale: 'ar-MA' })
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', SLOW)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  await page.goto(address, { waitUntil: 'networkidle' })
  const shown = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const seen = (list: PerformanceObserverEntryList) => resolve(list.getEntries().at(-1)!.startTime) // prettier-ignore
        new PerformanceObserver(seen).observe({ type: 'largest-contentful-paint', buffered: true })
      }),
  )
  await context.close()
  return shown
}
