import { extractText, getDocumentProxy } from 'unpdf'

/** The words of a PDF, as programs that read it find them. */
export async function wordsOfPdf(answer: Response) {
  const pdf = await getDocumentProxy(new Uint8Array(await answer.arrayBuffer()))
  const { text } = await extractText(pdf, { mergePages: true })
  const { info } = await pdf.getMetadata()
  const told = info as Record<string, unknown>
  return { text: text.replace(/\u200b/g, '').replace(/\s+/g, ' '), info: told, pages: pdf.numPages }
}
