import { createServer } from 'vite'

process.env.NODE_ENV ??= 'development'

const vite = await createServer({ server: { middlewareMode: true } })
const loadBuild = () => vite.ssrLoadModule('virtual:remix/server-build')
const { entry } = await loadBuild()
await entry.module.run(['start'], { loadBuild, files: vite.middlewares })
