import { program } from './build.js'

process.env.NODE_ENV ??= 'production'

try {
  const { run, ...rest } = await program()
  await run(['start'], rest)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exit(1)
}
