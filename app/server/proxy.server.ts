import type { IncomingMessage } from 'node:http'
import { isIPv6 } from 'node:net'

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

/**
 * Whom an address counts as: itself; of IPv6 its network of 64 bits, since one connection to the internet has
 * all addresses of one, and could try from a new one each time.
 */
export function networkOf(address: string) {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  if (!isIPv6(plain)) return plain
  const [before = '', after = ''] = new URL(`http://[${plain}]`).hostname.slice(1, -1).split('::')
  const [start, end] = [before, after].map((part) => part.split(':').filter(Boolean))
  const between = Array.from({ length: 8 - start!.length - end!.length }, () => '0')
  return `${[...start!, ...between, ...end!].slice(0, 4).join(':')}::/64`
}
