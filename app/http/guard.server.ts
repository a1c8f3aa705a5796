import { MAX_FILE_BYTES } from '#app/domain/files/files.limits.ts'
import { settings } from '#app/settings.server.ts'
import { findLastUser } from './kept-form.server.ts'

const METHODS = ['GET', 'HEAD', 'POST']
const FORM_BYTES = 1_000_000
const MULTIPART_BYTES = 6 * MAX_FILE_BYTES

/** The answer to a request that goes no further: wrong method, other site, too large, broken address. */
export function refuse(request: Request): Response | null {
  if (!METHODS.includes(request.method)) {
    return new Response(null, { status: 405, headers: { Allow: METHODS.join(', ') } })
  }
  const url = new URL(request.url)
  // Remix fails at what it asked for data by before it asked for all of a page's at once.
  if (!decodable(url) || url.searchParams.has('_data')) return new Response(null, { status: 400 })
  if (request.method === 'POST') return refusePost(request)
  return null
}

function refusePost(request: Request) {
  if (!fromThisSite(request)) return new Response(null, { status: 403 })
  const length = request.headers.get('content-length')
  if (request.body && length === null) return new Response(null, { status: 411 })
  const multipart = request.headers.get('content-type')?.startsWith('multipart/form-data')
  const limit = multipart ? MULTIPART_BYTES : FORM_BYTES
  return Number(length) > limit ? new Response(null, { status: 413 }) : null
}

/**
 * The answer to a form with large files from somebody who never signed in: all of it lies in memory while it
 * is read. Whose session has run out may send one, since what they typed is kept.
 */
export async function refuseFiles(request: Request): Promise<Response | null> {
  const isLarge = Number(request.headers.get('content-length')) > FORM_BYTES
  if (request.method !== 'POST' || !isLarge || (await findLastUser(request))) return null
  return new Response(null, { status: 413 })
}

// Remix compares Origin with Host for pages but not for resource routes; here it holds for all.
function fromThisSite(request: Request) {
  const site = request.headers.get('sec-fetch-site')
  if (site) return site === 'same-origin' || site === 'none'
  const origin = request.headers.get('origin')
  return origin === null || origin === ownOrigin(request)
}

/** The origin of this site, as its people have it in their browsers. */
export function ownOrigin(request: Request) {
  const { PUBLIC_URL } = settings()
  return new URL(PUBLIC_URL ?? request.url).origin
}

function decodable(url: URL) {
  try {
    return !decodeURIComponent(url.pathname).includes('\0')
  } catch {
    return false
  }
}
