import { type Schema } from 'hast-util-sanitize'

// http, https and mailto, or no scheme at all: nothing before the first / ? # may hold a colon.
const SAFE_ADDRESS = /^(?:(?:https?|mailto):|[^:/?#]*(?:[/?#]|$))/i

/** Our own uploads: `/files/<id>`, perhaps a name after it, and no way back up by dots. */
export const OWN_IMAGE =
  /^\/files\/[\w-]+(?:\/(?!(?:\.|%2e){1,2}(?:\?|$))[^/?#\\\s]+)?(?:\?[\w=&-]*)?$/i

/** All that a text may hold. Every key is given, since a missing one falls back to the library's. */
export const ALLOWED: Schema = {
  tagNames: [
    ...['p', 'h3', 'h4', 'h5', 'blockquote', 'pre', 'hr', 'ul', 'ol', 'li'],
    ...['strong', 'em', 'del', 'code', 'a', 'img', 'br'],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  attributes: {
    a: [['href', SAFE_ADDRESS]],
    img: [['src', OWN_IMAGE], 'alt'],
    ol: ['start'],
    th: [['align', 'left', 'center', 'right']],
    td: [['align', 'left', 'center', 'right']],
  },
  ancestors: {
    li: ['ol', 'ul'],
    thead: ['table'],
    tbody: ['table'],
    tr: ['table'],
    th: ['table'],
    td: ['table'],
  },
  strip: ['script', 'style', 'template', 'noscript', 'iframe', 'object', 'svg', 'math', 'textarea'],
  protocols: {},
  required: {},
  clobber: [],
  clobberPrefix: '',
  allowComments: false,
  allowDoctypes: false,
}
