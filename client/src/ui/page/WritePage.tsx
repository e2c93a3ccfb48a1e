import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { type FieldError, Form } from '../form/Form.tsx'
import { Page } from './Page.tsx'
import { Section } from './Section.tsx'
import styles from '../list/lines.module.css'

interface WritePageProps {
  title: string
  lead: string
  above?: ReactNode
  /** Beside the form: what makes a good one. */
  good: { title: string; text: string }
  /** The word on the button. */
  verb: string
  onSend: () => void
  pending: boolean
  error: FieldError | null | undefined
  children: ReactNode
}

/** A page that is one form with one verb. */
export const WritePage = ({ title, lead, above, good, verb, onSend, pending, error, children }: WritePageProps) => (
  <Page
    title={title}
    lead={lead}
    above={above}
    side={
      <Section small title={good.title}>
        <p className={styles.soft}>{good.text}</p>
      </Section>
    }
  >
    <Form
      onSubmit={onSend}
      error={error}
      actions={
        <Button type="submit" loading={pending}>
          {verb}
        </Button>
      }
    >
      {children}
    </Form>
  </Page>
)
