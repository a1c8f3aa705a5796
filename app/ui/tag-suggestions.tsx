import { type RefObject, useEffect, useRef, useState } from 'react'
import { useLang } from '#app/i18n/use-lang.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Fieldset } from './fieldset.tsx'
import { inLanguage } from './link.tsx'
import { formatNumber } from './numbers.ts'
import { useSuggestions } from './suggestions.ts'

const PAUSE = 1000

// What is sent while one types, over a weak connection too.
const SENT = 3000

export type SuggestedTag = { label: string; lang: string }

type Props = {
  /** The field that takes the tags that are ticked. */
  name: string
  /** The fields whose text tells, the title first. */
  from: string[]
  /** What the text that the page came with names. */
  suggested: SuggestedTag[]
  /** Those that were ticked before, where the form does not show them otherwise. */
  ticked?: string[]
}

/**
 * Tags that a text names, to be ticked; they are asked for again while one writes. Without a script
 * they are there when the page comes back: from the preview, from saving, with what was wrong.
 */
export function TagSuggestions({ name, from, suggested, ticked = [] }: Props) {
  const { t } = useTranslation()
  const lang = useLang()
  const here = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState<SuggestedTag[]>(ticked.map((label) => ({ label, lang })))
  const { found, asked } = useNamedTags(here, from)
  const named = asked ? found : suggested
  // In the order they came in: a box that is ticked stays where it is.
  const tags = [...chosen.filter(({ label }) => !isIn(named, label)), ...named]
  const toggle = (tag: SuggestedTag, on: boolean) =>
    setChosen((now) => [...now.filter(({ label }) => label !== tag.label), ...(on ? [tag] : [])])
  return (
    <div className="similar" ref={here}>
      <p role="status" className="visually-hidden">
        {asked && named.length > 0 ? <Found count={named.length} /> : null}
      </p>
      {tags.length > 0 ? (
        <Fieldset legend={t('tags.suggested.title')} hint={t('tags.suggested.hint')} optional>
          <div className="choices choices-columns">
            {tags.map((tag) => (
              <label key={tag.label} className="choice">
                <input
                  type="checkbox"
                  name={name}
                  value={tag.label}
                  defaultChecked={isIn(chosen, tag.label)}
                  onChange={(event) => toggle(tag, event.currentTarget.checked)}
                />
                <bdi lang={tag.lang}>{tag.label}</bdi>
              </label>
            ))}
          </div>
        </Fieldset>
      ) : null}
    </div>
  )
}

function Found({ count }: { count: number }) {
  const { t } = useTranslation()
  return t('tags.suggested.found', { count, replace: { count: formatNumber(count, useLang()) } })
}

function isIn(tags: SuggestedTag[], label: string) {
  return tags.some((one) => one.label === label)
}

function useNamedTags(here: RefObject<HTMLDivElement | null>, from: string[]) {
  const address = inLanguage(useLang(), '/search/tags')
  const { found, ask } = useSuggestions<SuggestedTag>(address, PAUSE, true)
  const [asked, setAsked] = useState(false)
  const names = from.join()
  useEffect(() => {
    const form = here.current?.closest('form')
    if (!form) return
    const asking = ({ target }: Event) => {
      if (!names.split(',').includes((target as HTMLInputElement).name)) return
      setAsked(true)
      ask(textOf(form, names.split(',')))
    }
    form.addEventListener('input', asking)
    return () => form.removeEventListener('input', asking)
  }, [here, ask, names])
  return { found: found.filter(({ label }) => !isTyped(here.current, label)), asked }
}

function textOf(form: HTMLFormElement, names: string[]) {
  const fields = new FormData(form)
  const [title = '', ...texts] = names.map((name) => String(fields.get(name) ?? ''))
  return [title.replace(/\s+/g, ' '), ...texts].join('\n').slice(0, SENT)
}

// Written by hand into a field of the form.
function isTyped(here: HTMLElement | null, label: string) {
  const fields =
    here?.closest('form')?.querySelectorAll<HTMLInputElement>('input[name="tags"]') ?? []
  return [...fields].some(
    ({ type, value }) =>
      type !== 'checkbox' && value.toLowerCase().split(/[,،]/).some((one) => one.trim() === label.toLowerCase()), // prettier-ignore
  )
}
