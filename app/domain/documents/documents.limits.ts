/** What the file chooser offers; what is really accepted is asked of the bytes. */
export const ACCEPTED = '.pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.csv,.txt,.jpg,.jpeg,.png,.webp'

/** The kind of a file as people call it: the end of its name, such as PDF. */
export function fileType(name: string) {
  return name.slice(name.lastIndexOf('.') + 1).toUpperCase()
}
