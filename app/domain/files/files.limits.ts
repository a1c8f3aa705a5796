export const MAX_FILE_BYTES = 10 * 1024 * 1024
export const MAX_NAME = 120
/** Pixels on the longer side of a stored image. */
export const MAX_IMAGE_SIDE = 2_000
/** Pixels an image may unfold to while it is read. */
export const MAX_IMAGE_PIXELS = 40_000_000
export const MAX_FILES_PER_ITEM = 10
/** What a person has uploaded into texts that are not sent yet. */
export const MAX_LOOSE_FILES = 40
export const MAX_FILE_TITLE = 200
