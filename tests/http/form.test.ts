import { expect, test } from 'vitest'
import { z } from 'zod'
import { readForm } from '#app/http/form.server.ts'
import { safePath } from '#app/http/respond.server.ts'

const schema = z.object({
  title: z.string('forms.required').min(1, 'forms.required').max(5, 'forms.too_long'),
  tags: z.array(z.string().max(3, 'forms.too_long')),
})

function posted(fields: [string, string][]) {
  return new Request('http://x/', { method: 'POST', body: new URLSearchParams(fields) })
}

test('a form gives typed input; only an array of the schema takes repeated fields', async () => {
  const form = await readForm(
    posted([
      ['title', 'a'],
      ['title', ' b '],
      ['tags', 'x'],
      ['tags', 'y'],
    ]),
    schema,
  )
  expect(form).toMatchObject({ ok: true, input: { title: 'b', tags: ['x', 'y'] } })
})

test('a wrong form gives one locale key a field, and back all that was typed', async () => {
  const form = await readForm(
    posted([
      ['title', 'too long'],
      ['other', 'z'],
    ]),
    schema,
  )
  expect(form).toMatchObject({
    ok: false,
    errors: { title: 'forms.too_long' },
    values: { title: 'too long', tags: [] },
  })
  expect(await readForm(posted([]), schema)).toMatchObject({ errors: { title: 'forms.required' } })
})

test('control characters, lone surrogates and foreign line ends do not get in', async () => {
  const form = await readForm(posted([['title', 'a\u0000\u0007\r\nb']]), schema)
  expect(form).toMatchObject({ ok: true, input: { title: 'a\nb' } })
})

test('prototype keys are only names of fields', async () => {
  const form = await readForm(
    posted([
      ['__proto__', 'x'],
      ['constructor', 'y'],
      ['title', 'a'],
    ]),
    schema,
  )
  expect(form).toMatchObject({ ok: true, input: { title: 'a' } })
})

test('a body that is no form is answered 400', async () => {
  const request = new Request('http://x/', {
    method: 'POST',
    body: '--x\r\nbroken',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
  })
  await expect(readForm(request, schema)).rejects.toMatchObject({ init: { status: 400 } })
})

test('one is only ever sent back to an address of this site', () => {
  for (const path of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/a\nb',
    '',
    null,
  ]) {
    expect(safePath(path, '/ar')).toBe('/ar')
  }
  expect(safePath('/fr/spaces?a=b', '/ar')).toBe('/fr/spaces?a=b')
})

test('a password counts as it was typed, with its spaces; other texts lose what no text needs', async () => {
  const fields = z.object({ password: z.string(), current_password: z.string(), name: z.string() })
  const form = await readForm(
    posted([
      ['password', '  un mot\tde passe '],
      ['current_password', ' ancien'],
      ['name', ' A\u0007 '],
    ]),
    fields,
  )
  expect(form).toMatchObject({
    input: { password: '  un mot\tde passe ', current_password: ' ancien', name: 'A' },
  })
})
