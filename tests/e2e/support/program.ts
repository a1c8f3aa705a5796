import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { acceptNotice, PEOPLE } from './people.ts'

/** Starts the built program once, on a folder of its own with sample content and people. */
export default async function start() {
  const folder = mkdtempSync(join(tmpdir(), 'multaqa-journeys-'))
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    DATA_DIR: folder,
    PORT: '0',
    LOG_LEVEL: 'error',
    NODE_ENV: 'production',
  }
  for (const { words } of Object.values(PEOPLE)) addPerson(words, env)
  const child = spawn(process.execPath, ['bin/start.js'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => child.on('close', resolve))

  // The workers take these over: the address for pages, the folder to sign people in.
  process.env.JOURNEY_ADDRESS = await addressOf(child)
  process.env.JOURNEY_DATA = folder
  acceptNotice(folder)

  return async () => {
    child.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
}

function addPerson(words: string[], env: NodeJS.ProcessEnv) {
  const done = spawnSync(
    process.execPath,
    ['bin/cli.js', 'user', 'add', ...words, '--password-stdin'],
    {
      env,
      input: 'a password for journeys',
      encoding: 'utf8',
    },
  )
  if (done.status !== 0) throw new Error(done.stderr)
}

function addressOf({ stdout, ...child }: ReturnType<typeof spawn>) {
  return new Promise<string>((resolve, reject) => {
    let said = ''
    stdout!.on('data', (chunk) => {
      said += String(chunk)
      const address = /^Multaqa: (http:\S+)\/$/m.exec(said)?.[1]
      if (address) resolve(address)
    })
    stdout!.on('close', () => reject(new Error(`It ended (${child.exitCode}):\n${said}`)))
  })
}
