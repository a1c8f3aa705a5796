import { createHash } from 'node:crypto'

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** Text for XML, in an element or an attribute, without the characters that XML 1.0 forbids. */
export function xml(text: string) {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign]!)
}

/** An answer that a machine asks for again and again: nothing is sent while nothing has changed. */
export function answerXml(request: Request, type: string, body: string) {
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  // Never in a shared cache: an answer may renew a reader's session.
  const headers = { 'Cache-Control': 'private, no-cache', ETag: tag }
  const known = (request.headers.get('if-none-match') ?? '').replaceAll('W/', '').split(/\s*,\s*/)
  if (known.includes(tag)) return new Response(null, { status: 304, headers })
  return new Response(body, {
    headers: { ...headers, 'Content-Type': `${type}; charset=utf-8` },
  })
}
