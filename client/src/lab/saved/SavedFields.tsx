import { Button, Checkbox, Textarea, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useWords } from '#app/words.ts'
import { Refusal } from '#ui/index.ts'
import styles from './saved.module.css'

export interface SavedAs {
  readonly name: string
  readonly note: string
  /** By everybody in the organization. */
  readonly shared: boolean
}

interface SavedFieldsProps {
  first: SavedAs
  onSave: (as: SavedAs) => void
  saving: { readonly isPending: boolean; readonly error: Error | null }
  noteHow?: string
  children?: ReactNode
}

/** What an experiment is saved as: its name, a note, and who may see it. */
export function SavedFields({ first, onSave, saving, noteHow, children }: SavedFieldsProps) {
  const t = useWords('lab')
  const [as, setAs] = useState(first)
  const put = (part: Partial<SavedAs>) => setAs((now) => ({ ...now, ...part }))
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        onSave(as)
      }}
    >
      <TextInput
        label={t('save.name')}
        value={as.name}
        onChange={({ currentTarget }) => put({ name: currentTarget.value })}
        maxLength={200}
        required
        data-autofocus
      />
      <Textarea
        label={t('save.note')}
        description={noteHow}
        value={as.note}
        onChange={({ currentTarget }) => put({ note: currentTarget.value })}
        autosize
        minRows={2}
        maxLength={4000}
      />
      <Checkbox
        label={t('save.shared')}
        checked={as.shared}
        onChange={({ currentTarget }) => put({ shared: currentTarget.checked })}
      />
      {children}
      <Refusal error={saving.error} />
      <div>
        <Button type="submit" loading={saving.isPending} disabled={as.name.trim() === ''}>
          {t('save.do')}
        </Button>
      </div>
    </form>
  )
}
