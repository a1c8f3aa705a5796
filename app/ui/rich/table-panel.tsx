import {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  deleteRow,
  deleteTable,
} from 'prosemirror-tables'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button } from '../button.tsx'
import type { RichText } from './editor.ts'

const ACTS = {
  add_row: addRowAfter,
  add_column: addColumnAfter,
  drop_row: deleteRow,
  drop_column: deleteColumn,
  drop_table: deleteTable,
}

type Act = keyof typeof ACTS

/** What can be done with the table in which one writes. */
export function TablePanel({ editor }: { editor: RichText }) {
  const { t } = useTranslation()
  return (
    <div className="rich-panel cluster" role="group" aria-label={t('writing.tools.table')}>
      {(Object.keys(ACTS) as Act[]).map((act) => (
        <Button
          key={act}
          type="button"
          variant="secondary"
          small
          onClick={() => editor.run(ACTS[act])}
        >
          {t(`writing.rich.${act}`)}
        </Button>
      ))}
    </div>
  )
}
