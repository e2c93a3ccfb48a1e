import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '#app/words.ts'
import { DraftState, type FieldError, Form } from '#ui/index.ts'
import { DraftElsewhere } from './DraftElsewhere.tsx'
import styles from './draft.module.css'
import type { Writing } from './use-writing.ts'

interface DraftFormProps {
  draft: Pick<Writing<object>, 'elsewhere' | 'found' | 'keeping' | 'clear'>
  onSubmit: () => void
  error?: FieldError | null | undefined
  /** The button that sends it, and its neighbours. */
  actions: ReactNode
  children: ReactNode
}

/** A form whose text is a draft until it is sent: it says whether it is kept, and can be cleared. */
export function DraftForm({ draft, onSubmit, error, actions, children }: DraftFormProps) {
  const t = useWords('ui')
  return (
    <>
      <DraftElsewhere draft={draft} />
      <Form
        onSubmit={onSubmit}
        error={error}
        actions={
          <>
            {actions}
            {draft.found && (
              <Button variant="subtle" color="gray" onClick={draft.clear}>
                {t('draft.clear')}
              </Button>
            )}
            <span className={styles.state} role="status">
              {draft.keeping === 'none' ? t('draft.how') : <DraftState state={draft.keeping} />}
            </span>
          </>
        }
      >
        {children}
      </Form>
    </>
  )
}
