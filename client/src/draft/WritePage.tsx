import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { type FieldError, Page, Section } from '#ui/index.ts'
import { DraftForm } from './DraftForm.tsx'
import styles from './draft.module.css'

interface WritePageProps {
  title: string
  lead: string
  above?: ReactNode
  /** Beside the form: what makes a good one. */
  good: { title: string; text: string }
  /** The word on the button. */
  verb: string
  draft: Parameters<typeof DraftForm>[0]['draft']
  onSend: () => void
  pending: boolean
  error: FieldError | null | undefined
  children: ReactNode
}

/** A page that is one form with one verb. */
export const WritePage = ({
  title,
  lead,
  above,
  good,
  verb,
  draft,
  onSend,
  pending,
  error,
  children,
}: WritePageProps) => (
  <Page
    title={title}
    lead={lead}
    above={above}
    side={
      <Section small title={good.title}>
        <p className={styles.good}>{good.text}</p>
      </Section>
    }
  >
    <DraftForm
      draft={draft}
      onSubmit={onSend}
      error={error}
      actions={
        <Button type="submit" loading={pending}>
          {verb}
        </Button>
      }
    >
      {children}
    </DraftForm>
  </Page>
)
