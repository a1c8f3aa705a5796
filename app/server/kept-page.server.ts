import type { IncomingMessage, ServerResponse } from 'node:http'
import { answerWith, codingFor } from '#app/http/finished-page.server.ts'
import type { PageCache } from '#app/http/page-cache.server.ts'
import { visitorAddress } from '#app/http/visitor-address.server.ts'

/**
 * Sends a page that is kept, straight away; false when it is not, and the whole way has to be gone.
 * It makes no request or response of the web: that would take longer than all else here.
 */
export function sendKept(pages: PageCache, req: IncomingMessage, res: ServerResponse) {
  const { method = '', url = '' } = req
  const header = (name: string) => req.headers[name] as string | undefined
  const address = visitorAddress({ method, address: url, header })
  const page = address && pages.find(address)
  const coding = codingFor(header('accept-encoding'))
  const whole = page && page.bodies.get(coding)
  if (!page || !whole) return false
  const [requestId, known] = [header('x-request-id')!, header('if-none-match')]
  const { status, headers, body } = answerWith(page, whole, { coding, requestId, method, known })
  res.writeHead(status, headers.flat()).end(body)
  return true
}
