import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from './build.js'

/**
 * Starts the demonstration, for programs that look at it; it removes all of its data when it ends.
 * @returns {Promise<{ address: string, passwords: Record<string, string>, end: () => void }>}
 */
export function demonstration() {
  const env = { ...process.env, PORT: process.env.PORT ?? '0' }
  const child = spawn(process.execPath, [join(ROOT, 'bin/demo.js')], { env, cwd: ROOT })
  child.stderr.pipe(process.stderr)
  let said = ''
  return new Promise((resolve, reject) => {
    child.on('exit', () => reject(new Error(`The demonstration ended:\n${said}`)))
    child.stdout.on('data', (chunk) => {
      said += chunk
      const address = /a demonstration: (http:\S+)\/$/m.exec(said)?.[1]
      if (address && said.includes('Ctrl+C')) {
        resolve({ address, passwords: passwordsIn(said), end: () => child.kill('SIGTERM') })
      }
    })
  })
}

/** @param {string} said */
function passwordsIn(said) {
  const lines = said.matchAll(/^ {2}(\w+)@\S+ +(\S+)/gm)
  return Object.fromEntries([...lines].map(([, who, password]) => [who, password]))
}
