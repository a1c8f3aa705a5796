import type { ReactNode } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { itemPath } from '#app/domain/items/paths.ts'
import type { PracticeView } from '#app/domain/practices/view.ts'
import { Card } from './card.tsx'
import { Chip, Chips, TagLink } from './chip.tsx'
import { FileList } from './file-list.tsx'
import { Link } from './link.tsx'
import { Notice } from './notice.tsx'
import { MembersOnly } from './part-readers.tsx'
import { PracticeFacts } from './practice-facts.tsx'
import { type AttachedFile, listed } from './practice-files.ts'
import { Prose } from './prose.tsx'
import { Section } from './section.tsx'

type Props = { practice: PracticeView; files?: AttachedFile[]; children?: ReactNode }

/** A practice or a tool from its facts to its files; the page and the preview both draw it. */
export function PracticeArticle({ practice, files = [], children }: Props) {
  const { t } = useTranslation()
  const brief = practice.sections.length === 0 && practice.imported
  return (
    <div className="with-aside practice">
      <aside className="practice-facts">
        <Card shaded>
          <PracticeFacts practice={practice} />
        </Card>
      </aside>
      <div className="stack-large practice-body">
        {brief ? <Notice>{t(`practices.page.brief_${practice.kind}`)}</Notice> : null}
        <Sections practice={practice} />
        {files.length ? (
          <Section title={t('practices.page.files')}>
            <FileList files={files.map((file) => listed(file, t))} />
          </Section>
        ) : null}
        <Challenges practice={practice} />
        {children}
      </div>
      <div className="stack practice-filing">
        <Filing practice={practice} />
      </div>
    </div>
  )
}

function Sections({ practice }: { practice: PracticeView }) {
  const { t } = useTranslation()
  return (
    <>
      {practice.sections.map(({ name, lang, html }) => (
        <Section key={name} title={t(`practices.sections.${name}`)}>
          {practice.for_members.some((part) => part === name) ? <MembersOnly /> : null}
          <Prose html={html} lang={lang} />
        </Section>
      ))}
    </>
  )
}

function Challenges({ practice: { challenges } }: { practice: PracticeView }) {
  const { t } = useTranslation()
  if (challenges.length === 0) return null
  return (
    <Section title={t('practices.page.challenges')}>
      <ul className="list practice-links">
        {challenges.map(({ id, title, lang }) => (
          <li key={id}>
            <Link to={itemPath({ id, title, kind: 'challenge' })} lang={lang}>
              <bdi>{title}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Filing({ practice: { principles, tags } }: { practice: PracticeView }) {
  const { t } = useTranslation()
  return (
    <>
      <Chips label={t('ui.principles')}>
        {principles.map((slug) => (
          <Chip key={slug} label={t(`principles.${slug}`)} to={`/practices?principle=${slug}`} />
        ))}
      </Chips>
      <Chips label={t('practices.page.tags')}>
        {tags.map(({ slug, label, lang }) => (
          <TagLink key={slug} slug={slug} label={label} lang={lang} />
        ))}
      </Chips>
    </>
  )
}
