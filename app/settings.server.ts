import { z } from 'zod'

const word = (max: number, error: string) => z.string({ error }).max(max, error)

// The messages complete the sentence "PORT must be …", for whoever starts the program.
const schema = z.object({
  HOST: word(255, 'an address of this machine, as 127.0.0.1').default('127.0.0.1'),
  PORT: z.coerce
    .number('a number')
    .int('a whole number')
    .min(0, 'from 0 to 65535')
    .max(65535, 'from 0 to 65535')
    .default(3000),
  WORKERS: z.coerce
    .number('a number')
    .int('a whole number')
    .min(1, 'from 1 to 64')
    .max(64, 'from 1 to 64')
    .default(1),
  DATA_DIR: word(1000, 'the path of a folder').default('./data'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'an address, as https://forum.example.ma' })
    .refine(hasNoPath, 'an address without a path, as https://forum.example.ma')
    .optional(),
  TRUST_PROXY: z.enum(['0', '1'], '0 or 1').default('0'),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'an address, as smtp://user:password@mail.example.ma:587' })
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s<>@]+@[^\s<>@]+>?$/, 'a sender, as Multaqa <multaqa@example.ma>')
    .default('Multaqa <multaqa@localhost>'),
  SAMPLE_CONTENT: z.enum(['yes', 'none'], 'yes or none').default('yes'),
  REQUIRE_SECOND_FACTOR: z.enum(['yes', 'no'], 'yes or no').default('yes'),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'silent'],
      'fatal, error, warn, info, debug or silent',
    )
    .default('info'),
  CONTROLLER: word(200, 'at most 200 letters').optional(),
  CONTROLLER_CONTACT: word(200, 'at most 200 letters').optional(),
  CNDP_NUMBER: word(60, 'at most 60 letters').optional(),
  SOURCE_URL: z
    .url({ protocol: /^https?$/, error: 'an address, as https://git.example.ma/multaqa' })
    .optional(),
})

export type Settings = z.infer<typeof schema>

/** The names of all settings; the README has a line for each. */
export const SETTING_NAMES = Object.keys(schema.shape)

/**
 * The settings, from the environment. Takes the environment; gives them typed, with defaults for
 * what is unset or empty. Throws an error that names each wrong setting and what it should be.
 */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const result = schema.safeParse(given)
  if (result.success) return result.data
  const wrong = result.error.issues.map(({ path, message }) => {
    const name = String(path[0])
    return `  ${name} must be ${message}${shown(name, given[name])}`
  })
  throw new Error(`These settings are wrong:\n${wrong.join('\n')}`)
}

let current: Settings | undefined

/** The settings of this process, read once. Throws as `readSettings` does. */
export function settings() {
  return (current ??= readSettings(process.env))
}

/** The address that links in mails, feeds and the sitemap start with, without a slash at the end. */
export function publicUrl() {
  return (settings().PUBLIC_URL ?? localUrl()).replace(/\/+$/, '')
}

/** Whether people come by https: cookies are then for https and this host alone. */
export function hasHttps() {
  return settings().PUBLIC_URL?.startsWith('https:') ?? false
}

/** Where this program answers on this machine, whatever stands before it. */
export function localUrl() {
  const { HOST, PORT } = settings()
  return `http://${reachable(HOST)}:${PORT}`
}

// "Every address" is a place to listen at, not one to go to.
function reachable(host: string) {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}

function hasNoPath(url: string) {
  const { pathname, search, hash } = new URL(url)
  return pathname === '/' && search === '' && hash === ''
}

// The address of the mail server may hold a password.
function shown(name: string, value: string | undefined) {
  return name === 'SMTP_URL' ? '' : `; it is "${value}"`
}
