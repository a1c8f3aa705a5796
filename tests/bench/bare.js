import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

// The limit of the machine: answers that are ready, each with its headers, and nothing asked.
const [file = '', port] = process.argv.slice(2)
/** @type {Record<string, { headers: Record<string, string>, body: string }>} */
const recorded = JSON.parse(readFileSync(file, 'utf8'))
const answers = new Map(
  Object.entries(recorded).map(([path, { headers, body }]) => [
    path,
    { headers, body: Buffer.from(body, 'base64') },
  ]),
)

createServer((req, res) => {
  const { headers, body } = answers.get(req.url ?? '') ?? { headers: {}, body: 'ready' }
  res.writeHead(200, headers).end(body)
}).listen(Number(port), '127.0.0.1')
