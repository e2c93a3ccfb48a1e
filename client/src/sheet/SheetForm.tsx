import { Button, TextInput } from '@mantine/core'
import { useWords } from '#app/words.ts'
import { Conflict } from './Conflict.tsx'
import { Field } from './Field.tsx'
import { Filled } from './Filled.tsx'
import type { Sheet } from './types.ts'
import styles from './sheet.module.css'
import type { SheetSaving } from './use-saving.ts'

interface SheetFormProps {
  saving: SheetSaving
  slug: string
  sheet: Sheet
}

/** Writes in a sheet; it saves itself. On paper it is read, not written. */
export function SheetForm({ saving, slug, sheet }: SheetFormProps) {
  const t = useWords('sheet')
  const { draft, write, state, theirs, refusal, goOn, save } = saving
  return (
    <>
      <div className={styles.form}>
        <p role="status" className={styles.saving}>
          {t(`saving.${state}`)}
          {refusal && <span data-no-words> {refusal}</span>}
          {state === 'failed' && (
            <>
              {' '}
              <Button variant="default" size="compact-sm" onClick={() => void save()}>
                {t('again')}
              </Button>
            </>
          )}
        </p>
        {theirs && <Conflict theirs={theirs} mine={draft} onGoOn={goOn} />}
        <TextInput
          label={t('title')}
          value={draft.title}
          onChange={(event) => write({ ...draft, title: event.currentTarget.value })}
          maxLength={200}
          required
        />
        {sheet.sections.map((section) => (
          <fieldset key={section.id} className={styles.section}>
            <legend data-no-words>{section.title}</legend>
            {section.how && (
              <p className={styles.soft} data-no-words>
                {section.how}
              </p>
            )}
            {section.fields.map((field) => (
              <Field
                key={field.id}
                field={field}
                value={draft.content[field.id]}
                people={sheet.people}
                slug={slug}
                onChange={(value) => write({ ...draft, content: { ...draft.content, [field.id]: value } })}
              />
            ))}
          </fieldset>
        ))}
      </div>
      <div className={styles.printed}>
        <Filled sheet={{ ...sheet, content: draft.content }} slug={slug} />
      </div>
    </>
  )
}
