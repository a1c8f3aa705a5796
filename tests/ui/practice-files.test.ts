import { expect, test } from 'vitest'
import { renderMarkdown } from '#app/domain/text/markdown.server.ts'
import { type AttachedFile, besideTexts, fileHref } from '#app/ui/practice-files.ts'

const file = (id: string, kind: 'image' | 'document'): AttachedFile => ({
  id,
  kind,
  name: `${id}.${kind === 'image' ? 'png' : 'pdf'}`,
  title: '',
  lang: null,
  mime: '',
  size: 1,
})

test('a picture that stands in a text is not listed once more under it; a document is', () => {
  const [shown, other, paper] = [file('a1', 'image'), file('b2', 'image'), file('c3', 'document')]
  const text = `![une photo](${fileHref(shown!)}) [le texte](${fileHref(paper!)})`
  const texts = [{ html: renderMarkdown(text) }, { html: '' }]
  expect(besideTexts([shown!, other!, paper!], texts)).toEqual([other, paper])
  expect(besideTexts([shown!], [])).toEqual([shown])
})
