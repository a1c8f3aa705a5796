import { program } from './build.js'
import { giveUp } from './explain.js'

process.env.NODE_ENV ??= 'production'

try {
  const { run, ...rest } = await program()
  await run(['start'], rest)
} catch (error) {
  giveUp(error)
}
