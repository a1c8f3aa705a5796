import { z } from 'zod'
import { FOLDER_NAME_MAX } from './bookmarks.limits.ts'

export const folderSchema = z.object({
  name: z.string('forms.required').min(1, 'forms.required').max(FOLDER_NAME_MAX, 'forms.too_long'),
})
