import { dirOf, interfaceLang } from '#app/i18n/locales.ts'
import type { writeOut } from '#app/http/sent-mail.server.ts'
import { publicUrl, settings } from '#app/settings.server.ts'

type Written = NonNullable<Awaited<ReturnType<typeof writeOut>>>

/** A mail of the outbox as it goes out: plain text, and the same as simple HTML in its direction. */
export function messageOf({ id, recipient, lang, subject, body, created_at, stop }: Written) {
  const words = interfaceLang(lang)
  return {
    from: settings().MAIL_FROM,
    // An object, so that nothing in the address is read as a second one.
    to: { name: '', address: recipient },
    subject,
    text: body,
    html: htmlOf({ words, dir: dirOf(words), subject, body }),
    messageId: `<${id}@${new URL(publicUrl()).hostname}>`,
    date: new Date(created_at),
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': words, ...stopping(stop) },
  }
}

// By a button of the mail program, without opening the page (RFC 8058).
function stopping(stop: string | null) {
  if (!stop) return {}
  return { 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
}

type Words = { words: string; dir: string; subject: string; body: string }

function htmlOf({ words, dir, subject, body }: Words) {
  const paragraphs = body
    .split(/\n{2,}/)
    .map((text) => `<p>${linked(text).replaceAll('\n', '<br>')}</p>`)
  return `<!doctype html>
<html lang="${words}" dir="${dir}">
<head><meta charset="utf-8"><title>${escaped(subject)}</title></head>
<body dir="${dir}" style="font:16px/1.7 sans-serif;color:#1b1f23;text-align:start">
${paragraphs.join('\n')}
</body>
</html>
`
}

// Only addresses of this site become links: the rest may be what somebody else wrote.
function linked(text: string) {
  return text
    .split(/(https?:\/\/\S+)/)
    .map((part) => (isOurs(part) ? linkTo(part) : escaped(part)))
    .join('')
}

function isOurs(part: string) {
  return part === publicUrl() || part.startsWith(`${publicUrl()}/`)
}

function linkTo(url: string) {
  return `<a href="${escaped(url)}" dir="ltr">${escaped(url)}</a>`
}

function escaped(text: string) {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replace(/[&<>"]/g, (character) => entities[character]!)
}
