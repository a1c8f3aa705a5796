import { deflateSync } from 'node:zlib'
import { afterEach, expect, test, vi } from 'vitest'
import { READ } from '#app/domain/imports/imports.limits.ts'
import { readImportFile } from '#app/domain/imports/read-file.server.ts'
import { utf8, xlsx } from './made-files.ts'

// The limits of the forum take longer than a test may; what stops a file is the same.
const limits = vi.hoisted(() => ({ ms: 20_000, mb: 384 }))
vi.mock('#app/domain/imports/imports.limits.ts', async (original) => ({
  ...(await original<object>()),
  get READ_MS() {
    return limits.ms
  },
  get READ_MB() {
    return limits.mb
  },
}))

// Whatever a file did, the next is read.
afterEach(async () => {
  Object.assign(limits, { ms: 20_000, mb: 384 })
  expect(await readImportFile(utf8('a,b\n1,2\n'))).toMatchObject({ ok: true })
})

test('a PDF of a hundred kilobytes that writes a million letters is given up', async () => {
  const bytes = endlessPdf()
  expect(bytes.length).toBeLessThan(150_000)
  limits.ms = 2_000
  const began = Date.now()
  expect(await readImportFile(bytes)).toEqual({ ok: false, fault: 'slow' })
  expect(Date.now() - began).toBeLessThan(4_000)
})

test('a table that takes more memory than a file may is stopped, and nothing else', async () => {
  limits.mb = 12
  const row = Array.from({ length: READ.columns }, (_, at) => `c${at}`)
  const bytes = xlsx({ a: Array.from({ length: READ.rows }, () => row) })
  expect(bytes.length).toBeLessThan(1_000_000)
  expect(await readImportFile(bytes)).toEqual({ ok: false, fault: 'bomb' })
})

test('a workbook that unfolds beyond measure is not unfolded', async () => {
  const more = [['xl/sharedStrings.xml', ' '.repeat(READ.unpacked + 1)]] as const
  const bomb = xlsx({ a: [['a'], ['b']] }, [...more])
  expect(bomb.length).toBeLessThan(50_000)
  expect(await readImportFile(bomb)).toEqual({ ok: false, fault: 'bomb' })
})

function endlessPdf() {
  const letters = deflateSync('BT /F1 9 Tf (a) Tj ET\n'.repeat(1_900_000), { level: 9 })
  const font = '<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>'
  const page = `<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources${font}>>`
  const head =
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n' +
    '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
    `3 0 obj${page}endobj\n4 0 obj<</Length ${letters.length}/Filter/FlateDecode>>stream\n`
  const foot = '\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF'
  return new Uint8Array(Buffer.concat([Buffer.from(head), letters, Buffer.from(foot)]))
}
