import { data } from '@remix-run/node'
import { z } from 'zod'

export type Values = Record<string, string | string[] | undefined>
type Schema = z.ZodObject
type Result<S extends Schema> =
  | { ok: true; input: z.infer<S>; files: Record<string, File[]> }
  | { ok: false; errors: Record<string, string>; values: Values; files: Record<string, File[]> }

/**
 * Reads a posted form by its schema. Gives the typed input, or the errors (a locale key for each
 * field) with what was typed. Repeated fields arrive as arrays only where the schema has one.
 * Throws the answer 400 for a body that is no form.
 */
export async function readForm<S extends Schema>(request: Request, schema: S): Promise<Result<S>> {
  return readFields(await readFormData(request), schema)
}

/** The same of a form that was read already. */
export function readFields<S extends Schema>(form: FormData, schema: S): Result<S> {
  const values = valuesOf(form, schema)
  const files = filesOf(form)
  const result = schema.safeParse(values)
  if (result.success) return { ok: true, input: result.data, files }
  return { ok: false, errors: errorsOf(result.error), values, files }
}

/** The posted form as it is; throws the answer 400 for a body that is none. */
export async function readFormData(request: Request) {
  try {
    return await request.formData()
  } catch {
    throw data(null, { status: 400 })
  }
}

/** The text fields of a form by name, as typed; `kept` says which names. */
export function textFields(form: FormData, kept: (name: string) => boolean = () => true) {
  const texts = [...form].filter(([name, value]) => typeof value === 'string' && kept(name))
  return grouped(texts as [string, string][])
}

function valuesOf(form: FormData, schema: Schema) {
  const values: Values = Object.create(null)
  for (const [name, type] of Object.entries(schema.shape)) {
    const typed = form.getAll(name).filter((value) => typeof value === 'string')
    // A password counts as it was typed, with its spaces.
    const clean = name.endsWith('password') ? (text: string) => text : cleanText
    if (isArray(type)) values[name] = typed.map(clean)
    else if (typed.length) values[name] = clean(typed.at(-1)!)
  }
  return values
}

function isArray(type: unknown): boolean {
  if (type instanceof z.ZodArray) return true
  const inner = (type as { def?: { innerType?: unknown; in?: unknown } }).def
  return inner?.innerType || inner?.in ? isArray(inner.innerType ?? inner.in) : false
}

// What no text needs and some databases and screens stumble on: NUL and its like, lone surrogates.
function cleanText(text: string) {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .toWellFormed()
    .trim()
}

function filesOf(form: FormData) {
  const isFile = (value: FormDataEntryValue) => typeof value !== 'string' && value.size > 0
  return grouped([...form].filter(([, value]) => isFile(value)) as [string, File][])
}

// Names that no form of ours has are passed over: objects have some of them by themselves.
function grouped<T>(entries: [string, T][]): Record<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const [name, value] of entries) {
    if (!/^[a-z]\w*$/i.test(name)) continue
    const group = groups.get(name)
    if (group) group.push(value)
    else groups.set(name, [value])
  }
  return Object.fromEntries(groups)
}

function errorsOf(error: z.ZodError) {
  const errors: Record<string, string> = {}
  for (const issue of error.issues) errors[String(issue.path[0] ?? 'form')] ??= keyOf(issue)
  return errors
}

// Schemas give locale keys as messages; whatever a schema says nothing about is plainly wrong.
function keyOf(issue: z.core.$ZodIssue) {
  return /^[a-z_]+(\.[a-z_0-9]+)+$/i.test(issue.message) ? issue.message : 'forms.wrong'
}
