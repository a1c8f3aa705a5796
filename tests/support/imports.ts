import { expect } from 'vitest'
import { get, post } from './requests.ts'

type Person = { id: string }

/** Sends a file to be imported; gives the id of the import. */
export async function uploadImport(who: Person, bytes: Uint8Array, name = 'a.csv') {
  const file = new File([bytes as Uint8Array<ArrayBuffer>], name)
  const answer = await post(who, '/fr/practices/import', { file })
  expect(answer.status).toBe(302)
  return answer.headers.get('location')!.split('/').at(-1)!
}

/** What the mapping page has chosen, as its form would send it unchanged. */
export async function guessedTargets(who: Person, id: string) {
  const html = await (await get(who, `/fr/practices/import/${id}`)).text()
  const selects = [...html.matchAll(/<select[^>]*name="target"[^]*?<\/select>/g)]
  return selects.map(
    ([select]) => /<option(?=[^>]* selected)[^>]*value="(\w+)"/.exec(select)?.[1] ?? '',
  )
}

/** Goes through the steps as a browser without script would, and makes the drafts. */
export async function importFile(
  who: Person,
  bytes: Uint8Array,
  choice: Record<string, string | string[]> = {},
) {
  const id = await uploadImport(who, bytes)
  const target = await guessedTargets(who, id)
  const mapped = await post(who, `/fr/practices/import/${id}`, { target, lang: 'fr', ...choice })
  expect(mapped.status).toBe(302)
  const made = await post(who, `/fr/practices/import/${id}/check`)
  expect(made.status).toBe(302)
  return id
}
