import { chromium } from '@playwright/test'
import { findChromium } from '../../bin/chromium.js'
import { type Weight, weigh } from '../support/weight.ts'

const PHONE = { width: 360, height: 740 }

/** What a signed-out phone is sent for each page with nothing kept from before; none without Chromium. */
export async function weighAll(addresses: Record<string, string>) {
  const executablePath = findChromium()
  if (!executablePath) return {}
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const browser = await chromium.launch({ executablePath, args })
  const weights: Record<string, Weight> = {}
  for (const [name, address] of Object.entries(addresses)) {
    const context = await browser.newContext({ viewport: PHONE, locale: 'ar-MA' })
    weights[name] = await weigh(await context.newPage(), address)
    await context.close()
  }
  await browser.close()
  return weights
}
