import type { IncomingMessage } from 'node:http'

const BY_PROXY = ['x-forwarded-for', 'x-forwarded-proto', 'x-forwarded-host']

/**
 * Leaves of the headers that say who asked a reverse proxy what the nearest one wrote: the last
 * value. What stands before it, and all of `Forwarded`, which proxies hand on as it came, is the
 * client's own word: a limit by address would be passed with a new one at each try.
 */
export function believeNearest({ headers }: Pick<IncomingMessage, 'headers'>) {
  delete headers.forwarded
  for (const name of BY_PROXY) {
    const last = String(headers[name] ?? '')
      .split(',')
      .at(-1)!
      .trim()
    if (last) headers[name] = last
    else delete headers[name]
  }
}
