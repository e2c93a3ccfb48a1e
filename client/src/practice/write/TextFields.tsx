import { TextInput } from '@mantine/core'
import type { PracticeKind, PracticeText } from '@mortar/contract/practice'
import { writing } from '#inquiry/api.ts'
import { useWords } from '#app/words.ts'
import { type FieldError, fieldError, MarkdownEditor } from '#ui/index.ts'
import { StepsField } from './StepsField.tsx'

interface TextFieldsProps {
  text: PracticeText
  kind: PracticeKind
  set: (change: Partial<PracticeText>) => void
  error: FieldError | undefined
}

/** The parts of a practice's text, in the order in which readers need them. */
export function TextFields({ text, kind, set, error }: TextFieldsProps) {
  const t = useWords('practice')
  const editor = (part: 'problem' | 'worksWhen' | 'worksNot' | 'how' | 'sources', rows: number) => (
    <MarkdownEditor
      label={t(`field.${part}`)}
      description={t(`fieldHow.${part}`)}
      value={text[part]}
      onChange={(value) => set({ [part]: value })}
      error={fieldError(error, part)}
      rows={rows}
      {...writing}
    />
  )
  return (
    <>
      <TextInput
        label={t('field.title')}
        description={t('fieldHow.title')}
        value={text.title}
        onChange={(event) => set({ title: event.currentTarget.value })}
        error={fieldError(error, 'title')}
        maxLength={300}
        required
      />
      {editor('problem', 5)}
      {editor('worksWhen', 3)}
      {editor('worksNot', 3)}
      {editor('how', 8)}
      {kind === 'routine' && <StepsField steps={text.steps} onChange={(steps) => set({ steps })} />}
      {editor('sources', 2)}
    </>
  )
}
