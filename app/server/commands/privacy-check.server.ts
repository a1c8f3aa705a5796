import { answers, type Checked, checkPrivacy, WALKERS } from '#app/http/privacy-check.server.ts'
import { localUrl } from '#app/settings.server.ts'
import { type Command, readArgs, say, UsageError } from './command.ts'

export const privacyCheck: Command = {
  summary: 'ask the running forum what it tells of a private space',
  usage: '[--url ADDRESS]',
  help: `Plants a private space full of words that stand nowhere else, asks for it over HTTP as people
outside of it, prints what they found, and removes it, also when it is interrupted. ADDRESS is where
the program of this very database answers, as http://127.0.0.1:3000; HOST and PORT say it else.
Ends with 1 when something leaked.`,
  needs: 'current data',
  async run(args) {
    const { values } = readArgs(args, { url: { type: 'string' } })
    const base = (values.url ?? localUrl()).replace(/\/+$/, '')
    if (!(await answers(base))) throw new UsageError(`No forum answers at ${base}.`)
    const stop = new AbortController()
    // Ctrl+C comes twice, from the terminal and from npm: the second must not end the removal.
    for (const name of ['SIGINT', 'SIGTERM']) process.on(name, () => stop.abort())
    try {
      const checked = await checkPrivacy(base, stop.signal)
      for (const line of table(checked)) say(line)
      if (checked.leaks) process.exitCode = 1
    } catch (error) {
      if ((error as Error).name !== 'AbortError') throw error
      say('Broken off. What was planted is removed.')
      process.exitCode = 130
    }
  },
}

function table({ rows, requests, leaks }: Checked) {
  const width = Math.max(...rows.map(({ way }) => way.length)) + 2
  const cells = WALKERS.map((walker) => walker.padEnd(12)).join('')
  return [
    'What people outside of a private space found of it, way by way (-: nothing)',
    '',
    ''.padEnd(width) + cells,
    ...rows.map(({ way, found }) =>
      (way.padEnd(width) + WALKERS.map((one) => (found[one] ?? '-').padEnd(12)).join('')).trimEnd(),
    ),
    '',
    `${requests} requests, ${leaks} ${leaks === 1 ? 'leak' : 'leaks'}.`,
  ]
}
