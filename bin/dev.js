import { createServer } from 'vite'
import { giveUp } from './explain.js'

process.env.NODE_ENV ??= 'development'
process.env.LOG_LEVEL ||= 'warn'
process.env.WORKERS = '1'

try {
  const vite = await createServer({ server: { middlewareMode: true } })
  const loadBuild = () => vite.ssrLoadModule('virtual:remix/server-build')
  const { entry } = await loadBuild()
  await entry.module.run(['start'], { loadBuild, files: vite.middlewares })
} catch (error) {
  giveUp(error)
}
