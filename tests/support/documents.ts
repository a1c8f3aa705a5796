import mammoth from 'mammoth'
import { extractText, getDocumentProxy } from 'unpdf'
import { unzipped } from './unzipped.ts'

/** The words of a PDF, as programs that read it find them. */
export async function wordsOfPdf(answer: Response) {
  const pdf = await getDocumentProxy(new Uint8Array(await answer.arrayBuffer()))
  const { text } = await extractText(pdf, { mergePages: true })
  const { info } = await pdf.getMetadata()
  const told = info as Record<string, unknown>
  return { text: text.replace(/\u200b/g, '').replace(/\s+/g, ' '), info: told, pages: pdf.numPages }
}

/** A Word file as HTML, as another library reads it, and the files it is made of. */
export async function readWord(answer: Response) {
  const buffer = Buffer.from(await answer.clone().arrayBuffer())
  const { value } = await mammoth.convertToHtml({ buffer })
  return { html: value, parts: await unzipped(answer) }
}
