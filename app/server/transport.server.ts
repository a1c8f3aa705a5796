import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { settings } from '#app/settings.server.ts'
import type { messageOf } from './message.server.ts'

export type Message = ReturnType<typeof messageOf>

/** Hands one message over. Throws when it was not taken. */
export type Deliver = (message: Message) => Promise<void>

/** How mail leaves: by the server of SMTP_URL, else as files under DATA_DIR/mail. */
export function transport(): Deliver {
  const { SMTP_URL, DATA_DIR } = settings()
  return SMTP_URL ? smtpTransport(SMTP_URL) : fileTransport(join(DATA_DIR, 'mail'))
}

/** Sends by a mail server; a server that doesn't answer holds nothing up for long. */
export function smtpTransport(url: string): Deliver {
  const mailer = createTransport(smtpOptions(url))
  return async (message) => void (await mailer.sendMail(message))
}

/**
 * How a mail server is spoken to: encrypted, and not at all where it can't be, except on this very
 * machine. `?requireTLS=false` at the end of SMTP_URL overrules it.
 */
export function smtpOptions(url: string) {
  const times = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }
  const requireTLS = !/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(url).hostname)
  return { url, requireTLS, ...times, disableFileAccess: true, disableUrlAccess: true }
}

/** Writes each message as an .eml file that only the program's own user can read. */
export function fileTransport(folder: string): Deliver {
  const mailer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  return async (message) => {
    const { message: bytes } = await mailer.sendMail(message)
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, fileName(message)), bytes as Buffer, { mode: 0o600 })
  }
}

function fileName({ date, messageId }: Message) {
  const id = messageId.slice(1).split('@')[0]
  return `${date.toISOString().replace(/[:.]/g, '-')}-${id}.eml`
}
