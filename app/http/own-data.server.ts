import { PassThrough, Readable } from 'node:stream'
import { createReadableStreamFromReadable } from '@remix-run/node'
import { ZipFile } from 'yazl'
import { listUploads, openFile } from '#app/domain/files/files.server.ts'
import { listOwnTexts } from '#app/domain/people/own-texts.server.ts'
import { copyOf } from '#app/domain/personal-data/copy.server.ts'
import type { SignedIn } from '#app/domain/users/viewer.ts'
import { wordsFor } from '#app/i18n/words.server.ts'
import { db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { ownText } from './own-texts.server.ts'

/**
 * All that is kept of a person as one ZIP, made while it is sent: data.json, a Markdown file for each
 * of their texts, the files they uploaded, and in their language what it holds and what not.
 */
export async function ownData(viewer: SignedIn, lang: Lang) {
  const zip = new ZipFile()
  const sent = zip.outputStream.pipe(new PassThrough())
  zip.on('error', (error: Error) => sent.destroy(error))
  const add = (name: string, text: string) => zip.addBuffer(Buffer.from(text), name)
  const { words, texts } = await prepare(viewer, lang)
  add('README.md', words)
  add('data.json', `${JSON.stringify(await copyOf(db, viewer), null, 2)}\n`)
  for (const text of texts) add(`texts/${nameOf(text)}`, ownText(lang, text))
  for (const { id, name, created_at } of await listUploads(db, viewer)) {
    addFile(zip, viewer, id, `files/${created_at.slice(0, 10)}-${id}-${name}`)
  }
  zip.end()
  return createReadableStreamFromReadable(sent)
}

async function prepare(viewer: SignedIn, lang: Lang) {
  const t = wordsFor(lang)
  const title = t('own_data.readme.title', { name: viewer.name })
  const parts = ['holds', 'left_out', 'quotes'].map((part) => t(`own_data.readme.${part}`))
  return { words: `# ${title}\n\n${parts.join('\n\n')}\n`, texts: await listOwnTexts(db, viewer) }
}

function nameOf({ id, kind, created_at }: { id: string; kind: string; created_at: string }) {
  return `${created_at.slice(0, 10)}-${kind}-${id}.md`
}

// Its bytes are read when its turn comes, so that no more than one file is in memory.
function addFile(zip: ZipFile, viewer: SignedIn, id: string, name: string) {
  zip.addReadStreamLazy(name, { compress: false }, (give) => {
    openFile(db, viewer, id).then(
      (file) => give(null, Readable.from([file?.bytes ?? Buffer.alloc(0)])),
      (error: unknown) => give(error, Readable.from([])),
    )
  })
}
