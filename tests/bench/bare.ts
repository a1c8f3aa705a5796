import { writeFileSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { type Figures, measure } from './load.ts'
import type { Page } from './pages.ts'
import { answers, startOnCore } from './server.ts'

type Options = { url: string; port: number; folder: string }

const SECONDS = 2

/**
 * How soon a server of Node gives the same answers, headers and all, when it has nothing else to do:
 * the limit of the machine. Takes where the forum answers; gives the figures by `sizeOf` a page.
 */
export async function measureBare(pages: Page[], { url, port, folder }: Options) {
  const sizes = new Map(pages.map((page) => [sizeOf(page), page]))
  const recorded: Record<string, unknown> = {}
  for (const [size, { path, cookie }] of sizes) recorded[size] = await answerOf(url + path, cookie)
  const file = `${folder}/recorded.json`
  writeFileSync(file, JSON.stringify(recorded))

  const server = startOnCore(['tests/bench/bare.js', file, String(port)])
  const bare = `http://127.0.0.1:${port}`
  await answers(bare, server)
  const figures = new Map<string, Figures>()
  for (const path of sizes.keys()) {
    figures.set(path, await measure(bare, () => ({ path }), { seconds: SECONDS }))
  }
  await server.stop()
  return figures
}

/** Pages of one size: for members they are alike, in however many spaces these are. */
export function sizeOf({ path, as }: Page) {
  return `${path}%20${as === 'visitor' ? as : 'member'}`
}

// As it is sent: `fetch` would unpack it.
async function answerOf(address: string, cookie = '') {
  const headers = { 'accept-encoding': 'gzip, deflate, br', cookie }
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(address, { headers }, resolve).on('error', reject)
  })
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks)
  const { 'transfer-encoding': _, connection: __, date: ___, ...kept } = response.headers
  const sent = { ...kept, 'content-length': String(body.length) }
  return { headers: sent, body: body.toString('base64') }
}
