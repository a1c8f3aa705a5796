import { readZipDirectory, readZipText, type ZipEntry } from './zip-directory.server.ts'

const OFFICE = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
} as const

// Visual Basic, Excel 4 macro sheets and ActiveX controls; Basic and scripts in OpenDocument.
const PROGRAM_PART = /vbaproject|vbadata|(?:^|\/)(?:macrosheets|activex)\/|^(?:basic|scripts)\//i
const PROGRAM_TYPE = /macroenabled|vbaproject|activex|macrosheet/i
const MAIN_PART =
  /officedocument\.(?:wordprocessingml\.document|spreadsheetml\.sheet|presentationml\.presentation)\.main\+xml/

export type OfficeExtension = keyof typeof OFFICE

/** The extension of an office document we take, told by the type its content has. */
export function officeExtension(mime: string) {
  const extensions = Object.keys(OFFICE) as OfficeExtension[]
  return extensions.find((extension) => OFFICE[extension] === mime)
}

/** Why an office document is refused: it carries programs, or is damaged; undefined when it is fit. */
export function officeFault(bytes: Uint8Array, extension: OfficeExtension) {
  const entries = readZipDirectory(bytes)
  if (!entries) return 'broken' as const
  if (entries.some(({ name }) => PROGRAM_PART.test(name.replaceAll('\\', '/'))))
    return 'type' as const
  return extension.startsWith('od') ? undefined : typesFault(bytes, entries)
}

// The list of types decides how a document is opened, whatever its parts are called.
function typesFault(bytes: Uint8Array, entries: ZipEntry[]) {
  const lists = entries.filter(({ name }) => name.toLowerCase() === '[content_types].xml')
  const [list] = lists
  const types = list && lists.length === 1 ? readZipText(bytes, list) : undefined
  if (types === undefined) return 'broken' as const
  return PROGRAM_TYPE.test(types) || !MAIN_PART.test(types) ? ('type' as const) : undefined
}
