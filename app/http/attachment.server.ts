import type { AppLoadContext } from '@remix-run/node'
import { filePath, storeFile } from '#app/domain/files/files.server.ts'
import type { SignedIn } from '#app/domain/users/viewer.ts'
import { db } from '#db/client.server.ts'
import { countTries } from './limit.server.ts'

type Into = { viewer: SignedIn; /** The fields that are Markdown. */ markdown?: string[] }

/**
 * Keeps the file that a composer's form brought, and names it at the end of its text: what the buttons
 * over the text do with a script. Gives what is wrong with it, a locale key.
 */
export async function attachFile(
  context: AppLoadContext,
  { viewer, markdown = ['body'] }: Into,
  form: FormData,
) {
  const file = form.get('attachment')
  form.delete('attachment')
  if (!(file instanceof File) || file.size === 0) return undefined
  if ((await countTries(context, ['upload', viewer.id])) > 0) return 'files.errors.wait'
  const bytes = new Uint8Array(await file.arrayBuffer())
  const stored = await storeFile(db, viewer, { bytes, name: file.name, itemId: null })
  if (!stored.ok) return stored.error
  const [field] = markdown
  const typed = String(form.get(field!) ?? '').trimEnd()
  const link = `${stored.kind === 'image' ? '!' : ''}[${labelOf(stored.name)}](${filePath(stored)})`
  form.set(field!, typed ? `${typed}\n\n${link}` : link)
  return undefined
}

// What would end the label early, or begin something else in it.
function labelOf(name: string) {
  return name.replace(/[\\[\]`*_<>\s]+/g, ' ').trim()
}
