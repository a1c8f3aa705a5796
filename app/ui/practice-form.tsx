import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Wider } from '#app/domain/practices/origin.ts'
import { Button } from './button.tsx'
import { DraftState } from './draft-state.tsx'
import { Fieldset } from './fieldset.tsx'
import { PracticeEssentials } from './practice-essentials.tsx'
import { PracticeNote } from './practice-note.tsx'
import { PreviewButton } from './preview-button.tsx'
import { PracticeMoreFields } from './practice-more-fields.tsx'
import { WiderStep } from './practice-wider.tsx'
import { PublishingChecks } from './publishing-checks.tsx'
import { SimilarStep } from './similar.tsx'
import { type FormOptions, type FormState, many } from './practice-values.ts'
import { TagSuggestions } from './tag-suggestions.tsx'

export type Buttons = {
  /** May be kept as a draft; else the change is saved as it stands. */
  draft: boolean
  /** What the last button does: it publishes, or hands in for review. */
  publish: 'publish' | 'submit' | null
}

type Props = FormState & {
  options: FormOptions
  buttons: Buttons
  /** The revision the edit began from. */
  revision?: number
  /** Who else will read what comes from a thread, when that is to be agreed to. */
  wider?: Wider | null
  /** The key under which what is typed is kept, when it last was, and whether the page came with more. */
  draft?: { form: string; savedAt: string | null; unsaved: boolean }
}

/** The form's id, for buttons that stand outside it. */
export const PRACTICE_FORM = 'practice-form'

/** Writes or changes a practice or a tool; a plain form, so that nothing depends on a script. */
export function PracticeForm({ options, buttons, revision = 0, wider, draft, ...state }: Props) {
  const { t } = useTranslation()
  return (
    <form
      id={PRACTICE_FORM}
      method="post"
      action="#"
      noValidate
      className="stack-large practice-form"
    >
      {/* The first button of a form is the one that the Enter key presses. */}
      <button name="intent" value={buttons.draft ? 'draft' : 'save'} hidden />
      <input type="hidden" name="revision" value={revision} />
      {buttons.publish && state.similar ? (
        <SimilarStep similar={state.similar} intent="publish" outcome={buttons.publish} />
      ) : null}
      <PracticeEssentials {...state} options={options} />
      <TagSuggestions
        name="tags"
        from={['title', 'summary', 'steps', 'context', 'results', 'lessons']}
        suggested={options.suggested}
      />
      <Fieldset legend={t('practices.form.more')} hint={t('practices.form.more_hint')} large>
        <PracticeMoreFields {...state} options={options} />
      </Fieldset>
      {revision > 0 ? <PracticeNote values={state.values} errors={state.errors} /> : null}
      {buttons.publish && wider ? <WiderStep wider={wider} error={state.errors.widened} /> : null}
      {buttons.publish ? (
        <PublishingChecks checked={many(state.values, 'checked')} error={state.errors.checked} />
      ) : null}
      <Submit {...buttons} />
      {draft ? <DraftState {...draft} words="practices.typed" /> : null}
    </form>
  )
}

function Submit({ draft, publish }: Buttons) {
  const { t } = useTranslation()
  return (
    <div className="cluster practice-submit">
      {publish ? (
        <Button name="intent" value="publish">
          {t(`practices.form.${publish}`)}
        </Button>
      ) : null}
      <PreviewButton />
      <Button
        name="intent"
        value={draft ? 'draft' : 'save'}
        variant={publish ? 'secondary' : 'primary'}
      >
        {t(draft ? 'practices.form.draft' : 'forms.save')}
      </Button>
    </div>
  )
}
