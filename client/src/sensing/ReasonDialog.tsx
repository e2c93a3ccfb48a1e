import { Button, Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useWords } from '#app/words.ts'
import { Dialog, fieldError, Form, toast } from '#ui/index.ts'
import { useAct } from './use-act.ts'

interface ReasonDialogProps {
  title: string
  label: string
  hint?: string
  verb: string
  field?: string
  /** May stay empty. */
  optional?: boolean
  done?: string
  max?: number
  onAct: (reason: string) => Promise<unknown>
  onClose: () => void
  children?: ReactNode
}

/** An act that is done with a reason in words, which others will read. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, label, hint, verb, field = 'reason', optional, done, max = 2000, onAct, onClose, children } = props
  const t = useWords('sensing')
  const [reason, setReason] = useState('')
  const { act, pending, error } = useAct(
    () => onAct(reason),
    () => {
      if (done) toast(done)
      onClose()
    },
  )
  return (
    <Dialog title={title} onClose={onClose}>
      <Form
        onSubmit={act}
        error={error}
        actions={
          <>
            <Button type="submit" loading={pending}>
              {verb}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
          </>
        }
      >
        {children}
        <Textarea
          label={label}
          description={hint}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={fieldError(error, field)}
          required={!optional}
          autosize
          minRows={3}
          maxLength={max}
          data-autofocus
        />
      </Form>
    </Dialog>
  )
}
