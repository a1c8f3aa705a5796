/** Where an error summary finds the control of a field; one form on a page needs no other. */
export function controlId(name: string) {
  return `field-${name.replace(/[^\p{L}\p{N}_-]/gu, '-')}`
}

type Told = { hint?: string; example?: string; error?: string; counter?: string; alsoBy?: string }

/** What a screen reader says with a control: only the parts that are on the page. */
export function describedBy(id: string, { hint, example, error, counter, alsoBy }: Told) {
  const ids = [
    error ? `${id}-error` : '',
    hint || example ? `${id}-hint` : '',
    counter ? `${id}-counter` : '',
    alsoBy ?? '',
  ].filter(Boolean)
  return {
    'aria-describedby': ids.length ? ids.join(' ') : undefined,
    'aria-invalid': error ? (true as const) : undefined,
  }
}
