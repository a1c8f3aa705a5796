import { z } from 'zod'

const schema = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  DATA_DIR: z.string().min(1).default('./data'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRUST_PROXY: z.enum(['0', '1']).default('0'),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).default('Multaqa <multaqa@localhost>'),
  SAMPLE_CONTENT: z.enum(['yes', 'none']).default('yes'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  CONTROLLER: z.string().max(200).optional(),
  CNDP_NUMBER: z.string().max(60).optional(),
})

export type Settings = z.infer<typeof schema>

/**
 * The settings, from the environment. Takes the environment; gives them typed, with defaults for
 * what is unset or empty. Throws an error that names each wrong setting and what it should be.
 */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const result = schema.safeParse(given)
  if (result.success) return result.data
  const wrong = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`These settings are wrong:\n${wrong.join('\n')}`)
}

let current: Settings | undefined

/** The settings of this process, read once. Throws as `readSettings` does. */
export function settings() {
  return (current ??= readSettings(process.env))
}

/** The address that links in mails, feeds and the sitemap start with, without a slash at the end. */
export function publicUrl() {
  const { PUBLIC_URL, HOST, PORT } = settings()
  return (PUBLIC_URL ?? `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${PORT}`).replace(/\/+$/, '')
}
