import { folderPath } from '#app/domain/bookmarks/folders.ts'
import type { Card } from '#app/domain/items/cards.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button, ButtonLink } from './button.tsx'
import { CardList } from './card-list.tsx'
import { EmptyState } from './empty-state.tsx'
import { Link } from './link.tsx'
import { PageTitle } from './page-title.tsx'
import { Pager } from './pager.tsx'
import { Tabs } from './tabs.tsx'
import { SiteForm } from './site-form.tsx'

type Folder = { id: string; name: string }

type Props = {
  rows: Card[]
  next: string | null
  /** In which folder each of them lies. */
  lies: Record<string, string | null>
  folders: Folder[]
  /** The one that is shown; otherwise all are. */
  folder?: string
}

/** What a person has marked, all of it or one folder's. */
export function BookmarkList({ rows, next, lies, folders, folder }: Props) {
  const { t } = useTranslation()
  const none = folder ? 'none_in_folder' : 'none'
  return (
    <>
      <PageTitle
        title={t('bookmarks.title')}
        lead={t('bookmarks.lead')}
        actions={
          <ButtonLink to="/bookmarks/folders" variant="secondary" small>
            {t('bookmarks.folders.title')}
          </ButtonLink>
        }
      />
      <Choice folders={folders} folder={folder} />
      {rows.length === 0 ? (
        <EmptyState title={t(`bookmarks.${none}`)} text={t(`bookmarks.${none}_text`)} />
      ) : (
        <CardList
          cards={rows}
          level="h2"
          after={(card) => (
            <div className="cluster">
              <Remove card={card} list={folder ?? 'all'} />
              {folders.length ? (
                <Move card={card} list={folder ?? 'all'} folders={folders} lies={lies[card.id]} />
              ) : null}
            </div>
          )}
        />
      )}
      <Pager older={next && folderPath(folder, next)} />
    </>
  )
}

function Choice({ folders, folder }: Pick<Props, 'folders' | 'folder'>) {
  const { t } = useTranslation()
  if (folders.length === 0) return null
  return (
    <>
      <Tabs
        label={t('bookmarks.folders.title')}
        items={[
          { to: folderPath(undefined), label: t('bookmarks.folders.all'), current: !folder },
          ...folders.map(({ id, name }) => ({
            to: folderPath(id),
            label: name,
            current: id === folder,
          })),
        ]}
      />
      {folder ? (
        <p className="meta">
          <Link to={`/bookmarks/folders/${folder}`}>{t('bookmarks.folders.edit')}</Link>
        </p>
      ) : null}
    </>
  )
}

type OneProps = { card: Card; list: string }

function Remove({ card, list }: OneProps) {
  const { t } = useTranslation()
  return (
    <SiteForm to={`/bookmarks/${card.id}`}>
      <input type="hidden" name="list" value={list} />
      <Button variant="quiet" small icon="close">
        {t('bookmarks.remove')}
        <span className="visually-hidden"> {card.title}</span>
      </Button>
    </SiteForm>
  )
}

type MoveProps = OneProps & { folders: Folder[]; lies?: string | null }

function Move({ card, list, folders, lies }: MoveProps) {
  const { t } = useTranslation()
  return (
    <SiteForm to={`/bookmarks/${card.id}/move`} className="bookmark-move">
      <input type="hidden" name="list" value={list} />
      <select
        key={lies}
        name="folder"
        className="control"
        defaultValue={lies ?? ''}
        aria-label={t('bookmarks.folders.of', { title: card.title })}
      >
        <option value="">{t('bookmarks.folders.none')}</option>
        {folders.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <Button variant="secondary" small>
        {t('bookmarks.folders.move')}
        <span className="visually-hidden"> {card.title}</span>
      </Button>
    </SiteForm>
  )
}
