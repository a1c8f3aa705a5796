import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

// The one without windows first: it is the lightest, and no window is needed.
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
]
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'

/** The browser for the journeys: CHROME_PATH, else the one this machine has; undefined when none. */
export function findChromium() {
  const given = process.env.CHROME_PATH
  if (given) return runs(given) ? given : undefined
  const folders = (process.env.PATH ?? '').split(delimiter)
  const places = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)))
  return [...places, MAC].find(runs)
}

/** Finds the browser, or installs Debian's where this account may. Throws when there is none then. */
export function needChromium() {
  const found = findChromium() ?? (mayInstall() ? install() : undefined)
  if (found) return found
  throw new Error(
    'The journeys need Chromium, and none was found. Install it (Debian: apt-get install chromium) ' +
      'or say where it is: CHROME_PATH=/path/to/chrome npm test',
  )
}

function install() {
  process.stdout.write("Installing Debian's Chromium …\n")
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const get = (/** @type {string[]} */ ...args) =>
    spawnSync('apt-get', ['-q', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  get('update')
  // The lighter one is a package of its own since Debian 12.
  for (const name of ['chromium-headless-shell', 'chromium']) {
    if (get('install', '-y', '--no-install-recommends', name).status === 0) break
  }
  return findChromium()
}

function mayInstall() {
  return !process.env.CHROME_PATH && process.getuid?.() === 0 && existsSync('/etc/debian_version')
}

/** @param {string} file */
function runs(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
