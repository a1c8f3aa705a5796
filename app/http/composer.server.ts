import { type AppLoadContext, data } from '@remix-run/node'
import type { z } from 'zod'
import type { Composing, Typed } from '#app/domain/drafts/composing.ts'
import { findDraft, forgetDraft, saveDraft } from '#app/domain/drafts/drafts.server.ts'
import { renderMarkdown } from '#app/domain/text/markdown.server.ts'
import type { SignedIn } from '#app/domain/users/viewer.ts'
import { db } from '#db/client.server.ts'
import { attachFile } from './attachment.server.ts'
import { readFields, readFormData, textFields } from './form.server.ts'
import { takeKeptForm } from './kept-form.server.ts'
import { countTries } from './limit.server.ts'
import { unseenSimilar } from './similar.server.ts'

const CONTROLS = ['intent', 'draft']

type Who = { viewer: SignedIn; /** The form's key among the drafts. */ form: string }

/**
 * A composer as its page opens: with what an expired sign-in or a draft has kept, else with the
 * given values.
 */
export async function openComposer(
  request: Request,
  { viewer, form }: Who,
  values: Typed = {},
): Promise<Composing> {
  const kept = await takeKeptForm(request, viewer.id)
  if (kept) return composing({ values: kept })
  const draft = await findDraft(db, viewer.id, form)
  return composing(draft ?? { values })
}

type Options = Who & {
  /** The fields that are Markdown. */
  markdown?: string[]
  /** The language of a text that there is; a new one's is chosen in its form. */
  lang?: string
  /** Something new with a title: what it is like is shown once before it is sent. */
  titled?: boolean
}

/**
 * Reads what a composer posted. Its buttons are `intent`: preview and draft give the page back with
 * everything typed, discard forgets what was kept; anything else sends, by the schema. A file that comes
 * along is named at the end of the first text, before anything else. Gives the
 * input, or the answer for the page (`useActionData` then has the shape of `openComposer`).
 */
export async function readComposer<S extends z.ZodObject>(
  { request, context }: { request: Request; context: AppLoadContext },
  schema: S,
  options: Options,
) {
  const posted = await readFormData(request)
  const problem = await attachFile(context, options, posted)
  const values = typedIn(posted)
  if (problem) return refused(422, { values, errors: { attachment: problem } })
  const intent = posted.get('intent')
  if (intent === 'preview' || intent === 'draft' || intent === 'discard') {
    return { ok: false as const, answer: data(await stay(intent, values, options)) }
  }
  const form = readFields(posted, schema)
  if (!form.ok) return refused(422, { values, errors: form.errors })
  const similar = options.titled ? await unseenSimilar(request, options.viewer, values) : []
  if (similar.length > 0) return refused(200, { values, similar })
  const wait = await countTries(context, ['post', options.viewer.id])
  if (wait > 0) return refused(429, { values, general: 'composer.wait' })
  return { ok: true as const, input: form.input as z.infer<S>, files: form.files, values }
}

/** The answer for a page whose input was refused after it was read. */
export function refused(status: number, given: Partial<Composing>) {
  return { ok: false as const, answer: data(composing(given), { status }) }
}

/** Text fields as typed, without the composer's own buttons. */
export function typedIn(form: FormData): Typed {
  const fields = Object.entries(textFields(form, (name) => !CONTROLS.includes(name)))
  const asTyped = (text: string) => text.replace(/\r\n?/g, '\n').toWellFormed()
  return Object.fromEntries(fields.map(([name, texts]) => [name, texts.map(asTyped)]))
}

async function stay(intent: 'preview' | 'draft' | 'discard', values: Typed, options: Options) {
  const { viewer, form } = options
  if (intent === 'preview') return composing({ values, preview: previewOf(values, options) })
  if (intent === 'draft') {
    return composing({ values, savedAt: await saveDraft(db, viewer.id, form, values) })
  }
  await forgetDraft(db, viewer.id, form)
  return composing({})
}

function previewOf(values: Typed, { markdown = ['body'], lang = values.lang?.[0] }: Options) {
  const html = (name: string) => renderMarkdown((values[name]?.[0] ?? '').slice(0, 40_000), lang)
  return Object.fromEntries(markdown.map((name) => [name, html(name)]))
}

function composing(given: Partial<Composing>): Composing {
  const nothing = { values: {}, errors: {}, general: null, preview: null, savedAt: null }
  return { ...nothing, similar: [], ...given }
}
