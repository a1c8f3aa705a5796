/** One upload's largest size, in bytes; the schema holds the same number. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024

export const MAX_NAME = 120
