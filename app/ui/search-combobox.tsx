import { useNavigate } from '@remix-run/react'
import {
  type ComponentProps,
  type KeyboardEvent,
  useEffect,
  useId,
  useState,
  useSyncExternalStore,
} from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Suggestion } from '#app/domain/search/suggest.server.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { inLanguage } from './link.tsx'
import { formatNumber } from './numbers.ts'
import { useSuggestions } from './suggestions.ts'

/**
 * A search input that suggests where to go as one types: the editable combobox with a list of the
 * ARIA Authoring Practices. Until a script takes the page over it is the input alone.
 */
export function SearchCombobox(input: ComponentProps<'input'>) {
  const { t } = useTranslation()
  const id = useId()
  const scripted = useScripted()
  const { found, active, setActive, pick, ...on } = useCombobox()
  const open = found.length > 0
  const chosen = active >= 0 ? `${id}-${active}` : undefined
  const roles = {
    role: 'combobox',
    autoComplete: 'off',
    'aria-autocomplete': 'list',
    'aria-expanded': open,
    'aria-controls': `${id}-list`,
    'aria-activedescendant': chosen,
  } as const

  useEffect(() => {
    if (chosen) document.getElementById(chosen)?.scrollIntoView({ block: 'nearest' })
  }, [chosen])

  // One input from the start: another would take the focus and the letters typed before the script.
  return (
    <div className="combobox">
      <input {...input} {...(scripted ? { ...on, ...roles } : {})} />
      {scripted ? (
        <>
          <ul
            id={`${id}-list`}
            role="listbox"
            className="suggestions"
            aria-label={t('search.suggestions.label')}
            hidden={!open}
            // Pressing the pointer must not take the focus out of the input, which closes the list.
            onMouseDown={(event) => event.preventDefault()}
          >
            {found.map((suggestion, index) => (
              <li
                key={suggestion.path}
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === active}
                onClick={() => pick(suggestion)}
                onMouseMove={() => setActive(index)}
              >
                <Option {...suggestion} />
              </li>
            ))}
          </ul>
          <Amount count={found.length} />
        </>
      ) : null}
    </div>
  )
}

function Amount({ count }: { count: number }) {
  const { t } = useTranslation()
  const said = { count, replace: { count: formatNumber(count, useLang()) } }
  return (
    <p role="status" className="visually-hidden">
      {count > 0 ? t('search.suggestions.found', said) : null}
    </p>
  )
}

function Option({ kind, text, lang }: Suggestion) {
  const { t } = useTranslation()
  const words = {
    tag: 'search.suggestions.tag',
    region: 'collectivity_types.region',
    province: 'collectivity_types.province',
    prefecture: 'collectivity_types.prefecture',
    commune: 'collectivity_types.commune',
    arrondissement: 'collectivity_types.arrondissement',
  }
  return (
    <>
      <span lang={lang} dir="auto">
        {text}
      </span>{' '}
      <span className="suggestion-kind">
        {t(kind in words ? words[kind as keyof typeof words] : `kinds.${kind}`)}
      </span>
    </>
  )
}

// The server and the first drawing know of no script.
function useScripted() {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  )
}

function useCombobox() {
  const navigate = useNavigate()
  const lang = useLang()
  const [active, setActive] = useState(-1)
  const { found, ask, clear } = useSuggestions(inLanguage(lang, '/search/suggestions'))

  function close() {
    setActive(-1)
    clear()
  }

  function pick({ path }: Suggestion) {
    close()
    navigate(inLanguage(lang, path))
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return
    const { key } = event
    const steps = { ArrowDown: 1, ArrowUp: -1 }
    if (key in steps && found.length === 0) {
      if (key === 'ArrowDown') ask(event.currentTarget.value)
    } else if (key in steps) {
      event.preventDefault()
      setActive(stepFrom(active, steps[key as keyof typeof steps], found.length))
    } else if (key === 'Escape' && found.length > 0) {
      event.preventDefault()
      close()
    } else if (key === 'Enter') {
      const chosen = found[active]
      if (chosen) event.preventDefault()
      if (chosen) pick(chosen)
      else close()
    } else if (/^(?:Home|End|ArrowLeft|ArrowRight)$/.test(key)) {
      setActive(-1)
    }
  }

  return {
    found,
    active,
    setActive,
    pick,
    onKeyDown,
    onBlur: close,
    onChange: (event: { currentTarget: HTMLInputElement }) => {
      setActive(-1)
      ask(event.currentTarget.value)
    },
  }
}

// Through the options and the input itself, in a ring: -1 is the input.
function stepFrom(active: number, step: number, count: number) {
  return ((active + 1 + step + count + 1) % (count + 1)) - 1
}
