/** Sends an image to where a text's files are kept; gives its address, or why not: a locale key. */
export async function uploadImage(
  to: string,
  file: File,
): Promise<{ path: string } | { error: string }> {
  const body = new FormData()
  body.append('file', file)
  try {
    const answer = await fetch(to, { method: 'POST', body })
    if (answer.status === 200 || answer.status === 422 || answer.status === 429) {
      return (await answer.json()) as { path: string } | { error: string }
    }
  } catch {
    // No connection: said like any other failure.
  }
  return { error: 'writing.upload_failed' }
}
