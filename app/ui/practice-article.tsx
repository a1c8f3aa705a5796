import type { ReactNode } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { itemPath } from '#app/domain/items/paths.ts'
import type { PracticeView, SecondVersion } from '#app/domain/practices/view.ts'
import { Card } from './card.tsx'
import { Chip, Chips, TagLink } from './chip.tsx'
import { FileList } from './file-list.tsx'
import { Link } from './link.tsx'
import { Notice } from './notice.tsx'
import { MembersOnly } from './part-readers.tsx'
import { PracticeFacts } from './practice-facts.tsx'
import { type AttachedFile, besideTexts, listed } from './practice-files.ts'
import { SecondFacts } from './practice-second.tsx'
import { Prose } from './prose.tsx'
import { Section } from './section.tsx'

type Props = {
  practice: PracticeView
  /** What stands beside it for whoever reads two languages. */
  second?: SecondVersion | null
  files?: AttachedFile[]
  children?: ReactNode
}

// Letters of its sections that still find room on one sheet of paper, in two languages on two, if they are smaller.
const DENSE = { from: 1_200, to: 3_600 }

/** A practice or a tool from its facts to its files; the page and the preview both draw it. */
export function PracticeArticle({ practice, second = null, files = [], children }: Props) {
  const { t } = useTranslation()
  const texts = [...practice.sections, ...(second?.sections ?? [])]
  const beside = besideTexts(files, texts)
  const letters = texts.reduce((sum, { html }) => sum + html.length, 0)
  const isDense = letters > DENSE.from && letters < (second ? 2 : 1) * DENSE.to
  const brief = practice.sections.length === 0 && practice.imported
  return (
    <div className={`with-aside practice${isDense ? ' practice-dense' : ''}`}>
      <aside className="practice-facts">
        <Card shaded>
          <PracticeFacts practice={practice} inTwo={second !== null} />
          {second ? <SecondFacts second={second} /> : null}
        </Card>
        <Filing practice={practice} inTwo={second !== null} />
      </aside>
      <div className="stack-large practice-body">
        {brief ? <Notice>{t(`practices.page.brief_${practice.kind}`)}</Notice> : null}
        <Sections practice={practice} second={second} />
        {beside.length ? (
          <Section title={t('practices.page.files')}>
            <FileList files={beside.map((file) => listed(file, t))} />
          </Section>
        ) : null}
        <Challenges practice={practice} />
        {children}
      </div>
    </div>
  )
}

type SectionsProps = { practice: PracticeView; second: SecondVersion | null }

function Sections({ practice, second }: SectionsProps) {
  const { t } = useTranslation()
  return (
    <>
      {practice.sections.map(({ name, lang, html }) => {
        const other = second?.lang !== lang && second?.sections.find((one) => one.name === name)
        return (
          <Section
            key={name}
            title={t(`practices.sections.${name}`)}
            beside={other ? { title: other.title, lang: second!.lang } : undefined}
          >
            {practice.for_members.some((part) => part === name) ? <MembersOnly /> : null}
            {other ? (
              <div className="side-by-side">
                <Prose html={html} lang={lang} />
                <Prose html={other.html} lang={second!.lang} />
              </div>
            ) : (
              <Prose html={html} lang={lang} />
            )}
          </Section>
        )
      })}
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

type FilingProps = { practice: PracticeView; inTwo: boolean }

// In two languages its principles are told among the facts of each.
function Filing({ practice: { principles, tags }, inTwo }: FilingProps) {
  const { t } = useTranslation()
  if (tags.length === 0 && (inTwo || principles.length === 0)) return null
  return (
    <div className="stack practice-filing">
      <Chips label={t('ui.principles')}>
        {(inTwo ? [] : principles).map((slug) => (
          <Chip key={slug} label={t(`principles.${slug}`)} to={`/practices?principle=${slug}`} />
        ))}
      </Chips>
      <Chips label={t('practices.page.tags')}>
        {tags.map(({ slug, label, lang }) => (
          <TagLink key={slug} slug={slug} label={label} lang={lang} />
        ))}
      </Chips>
    </div>
  )
}
