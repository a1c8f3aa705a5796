import type { LoaderFunctionArgs } from '@remix-run/node'
import { openFile } from '#app/domain/files/files.server.ts'
import { preferredLang } from '#app/http/preferred-lang.server.ts'
import { wordsFor } from '#app/i18n/words.server.ts'
import { db } from '#db/client.server.ts'

const TEXT = /^text\//

/** A file, for those who may read what it belongs to; absent and not for this person look the same. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const file = await openFile(db, context.viewer, params.id ?? '')
  if (!file || file.name !== params.name) return nothing(request)
  const { mime, size, bytes, is_public } = file
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': TEXT.test(mime) ? `${mime}; charset=utf-8` : mime,
      'Content-Length': String(size),
      'Content-Disposition': disposition(file),
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': is_public ? 'public, max-age=300' : 'private, no-store',
    },
  })
}

function disposition({ name, inline }: { name: string; inline: 0 | 1 }) {
  const plain = name.replace(/[^\x20-\x7e]|["\\]/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, escapeChar)
  return `${inline ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encoded}`
}

function escapeChar(char: string) {
  return `%${char.charCodeAt(0).toString(16).toUpperCase()}`
}

function nothing(request: Request) {
  const text = wordsFor(preferredLang(request))('errors.404.title')
  return new Response(text, {
    status: 404,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'private, no-store' },
  })
}
