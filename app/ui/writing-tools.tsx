import {
  type ComponentType,
  type FocusEvent,
  type KeyboardEvent,
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { useHasScript } from './has-script.ts'
import { Icon, type IconName } from './icon.tsx'
import type { RichText as Editor } from './rich/editor.ts'
import type { RichText } from './rich/rich-text.tsx'
import type { Tool, Writing } from './writing-commands.ts'
import { showFormatting, useShowsFormatting } from './writing-mode.ts'

// Without a connection one goes on without suggestions.
const AreaReferences = lazy<ComponentType<{ area: HTMLTextAreaElement }>>(() =>
  import('./references.tsx').then(
    ({ AreaReferences }) => ({ default: AreaReferences }),
    () => ({ default: () => null }),
  ),
)

type Props = {
  /** The id of the text area. */
  id: string
  /** Where images of this text are sent. */
  upload: string
}

type Entry = { tool: Tool; icon?: IconName; keys?: string }

const ENTRIES: Entry[] = [
  { tool: 'strong', keys: 'B' },
  { tool: 'heading', icon: 'heading' },
  { tool: 'link', icon: 'link', keys: 'K' },
  { tool: 'list', icon: 'list', keys: 'Shift+8' },
  { tool: 'numbers', icon: 'numbers', keys: 'Shift+7' },
  { tool: 'quote', icon: 'quote', keys: 'Shift+9' },
  { tool: 'table', icon: 'table' },
]

/** The buttons over a text that is Markdown. They need a script, and are not there without one. */
export function WritingTools(props: Props) {
  return <div className="writing-tools">{useHasScript() ? <Toolbar {...props} /> : null}</div>
}

function Toolbar({ id, upload }: Props) {
  const { t } = useTranslation()
  const [problem, tell] = useState<string | null>(null)
  const writing = useWriting(upload, tell)
  const { at, onKeyDown, onFocus } = useRoving()
  const written = useListening(id, writing)
  const editor = useRef<Editor | null>(null)
  const [active, setActive] = useState<Tool[]>([])
  const rich = useRich(tell)
  const area = () => document.getElementById(id) as HTMLTextAreaElement
  const run = (tool: Tool) => {
    if (editor.current) editor.current.use(tool)
    else void commands().then(({ use }) => use(area(), tool, writing.words))
  }
  const place = (files: File[]) => {
    if (editor.current) void editor.current.place(files)
    else void commands().then(({ place }) => place(area(), files, writing))
  }
  const open = useCallback((opened: Editor | null) => {
    editor.current = opened
  }, [])

  return (
    <>
      <div
        role="toolbar"
        aria-label={t('writing.toolbar')}
        aria-controls={id}
        className="writing-toolbar"
        {...{ onKeyDown, onFocus }}
      >
        {ENTRIES.map(({ tool, icon, keys }, index) => (
          <button
            key={tool}
            type="button"
            className="writing-tool"
            tabIndex={index === at ? 0 : -1}
            aria-label={t(`writing.tools.${tool}`)}
            title={[t(`writing.tools.${tool}`), keys ? `(Ctrl+${keys})` : ''].join(' ').trim()}
            aria-keyshortcuts={keys ? `Control+${keys} Meta+${keys}` : undefined}
            aria-pressed={rich.Field ? active.includes(tool) : undefined}
            onClick={() => run(tool)}
          >
            {icon ? <Icon name={icon} /> : <b>{t('writing.strong_sign')}</b>}
          </button>
        ))}
        <ImageButton tabIndex={at === ENTRIES.length ? 0 : -1} onChoose={place} />
        <button
          type="button"
          className="writing-tool writing-mode"
          tabIndex={at > ENTRIES.length ? 0 : -1}
          aria-pressed={rich.Field !== undefined}
          onClick={() => rich.choose(area())}
        >
          {t('writing.rich.show')}
        </button>
      </div>
      <p role="status" className="writing-problem">
        {problem ? t(problem) : null}
      </p>
      {written && !rich.Field ? (
        <Suspense>
          <AreaReferences area={written} />
        </Suspense>
      ) : null}
      {rich.Field ? (
        <rich.Field {...{ id, writing, open, active: setActive, refused: rich.refuse }} />
      ) : null}
    </>
  )
}

// The editor that shows formatting is fetched when somebody has chosen it. A text that would not come
// out of it as it went in stays in its plain area.
function useRich(tell: Writing['tell']) {
  const isChosen = useShowsFormatting()
  const [loaded, setLoaded] = useState<{ RichText: typeof RichText }>()
  const [isRefused, setRefused] = useState(false)
  useEffect(() => {
    if (!isChosen || loaded) return
    import('./rich/rich-text.tsx').then(setLoaded, () => tell('writing.rich.failed'))
  }, [isChosen, loaded, tell])
  const refuse = useCallback(() => {
    setRefused(true)
    tell('writing.rich.refused')
  }, [tell])
  const isShown = isChosen && !isRefused
  function choose(area: HTMLTextAreaElement) {
    area.focus()
    setRefused(false)
    tell(null)
    showFormatting(!isShown)
  }
  return { Field: isShown ? loaded?.RichText : undefined, refuse, choose }
}

type ImageProps = { tabIndex: number; onChoose: (files: File[]) => void }

function ImageButton({ tabIndex, onChoose }: ImageProps) {
  const { t } = useTranslation()
  const chooser = useRef<HTMLInputElement>(null)
  return (
    <>
      <button
        type="button"
        className="writing-tool"
        tabIndex={tabIndex}
        aria-label={t('writing.tools.image')}
        title={t('writing.tools.image')}
        onClick={() => chooser.current?.click()}
      >
        <Icon name="image" />
      </button>
      <input
        ref={chooser}
        type="file"
        accept="image/png,image/jpeg,image/webp,image/gif"
        hidden
        onChange={({ currentTarget }) => {
          onChoose([...(currentTarget.files ?? [])])
          currentTarget.value = ''
        }}
      />
    </>
  )
}

function useWriting(upload: string, tell: Writing['tell']) {
  const { t } = useTranslation()
  return useMemo<Writing>(() => {
    const words = {
      strong: t('writing.words.strong'),
      link: t('writing.words.link'),
      column: t('writing.words.column'),
      cell: t('writing.words.cell'),
      image: t('writing.words.image'),
      uploading: (name: string) => t('writing.words.uploading', { name }),
    }
    return { words, upload, tell }
  }, [t, upload, tell])
}

// Most who read a page do not write on it: what the buttons do is fetched when somebody begins to.
function commands() {
  return import('./writing-commands.ts')
}

// Gives the text area from when one begins to write.
function useListening(id: string, writing: Writing) {
  const [written, setWritten] = useState<HTMLTextAreaElement>()
  useEffect(() => {
    const area = document.getElementById(id)
    if (!(area instanceof HTMLTextAreaElement)) return
    const stop = new AbortController()
    const { signal } = stop
    let end: (() => void) | undefined
    const begin = () => {
      setWritten(area)
      void commands().then(({ listen }) => {
        if (!signal.aborted) end ??= listen(area, writing)
      })
    }
    for (const type of ['focus', 'dragenter']) area.addEventListener(type, begin, { signal })
    if (document.activeElement === area) begin()
    return () => {
      stop.abort()
      end?.()
    }
  }, [id, writing])
  return written
}

// One stop for the Tab key; the arrows go from button to button, along the line of reading.
function useRoving() {
  const [at, setAt] = useState(0)
  const buttonsOf = (bar: HTMLElement) => [...bar.querySelectorAll('button')]
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const { key, currentTarget } = event
    const buttons = buttonsOf(currentTarget)
    const forward = getComputedStyle(currentTarget).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    const to: Record<string, number> = { Home: 0, End: buttons.length - 1 }
    const step = key === forward ? 1 : -1
    if (/^Arrow(?:Left|Right)$/.test(key)) to[key] = (at + step + buttons.length) % buttons.length
    if (to[key] === undefined) return
    event.preventDefault()
    buttons[to[key]]?.focus()
  }
  function onFocus({ currentTarget, target }: FocusEvent<HTMLElement>) {
    setAt(Math.max(0, buttonsOf(currentTarget).indexOf(target as HTMLButtonElement)))
  }
  return { at, onKeyDown, onFocus }
}
