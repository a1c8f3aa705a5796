import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { program } from './build.js'
import { giveUp } from './explain.js'

process.env.NODE_ENV ??= 'production'
process.env.LOG_LEVEL ||= 'warn'

const folder = mkdtempSync(join(tmpdir(), 'multaqa-demo-'))
process.env.DATA_DIR = folder
process.env.SAMPLE_CONTENT = 'yes'
// A demonstration writes to nobody, whatever this shell is set up for.
process.env.SMTP_URL = ''
// A worker would run this file too, and look for its data in a folder of its own.
process.env.WORKERS = '1'
// Whoever looks around for ten minutes need not set up an app on their phone first.
process.env.REQUIRE_SECOND_FACTOR = 'no'
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

try {
  const { run, ...rest } = await program()
  await run(['demo'], rest)
} catch (error) {
  giveUp(error)
}
