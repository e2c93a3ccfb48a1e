import { Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { fieldError, Form } from '../form/Form.tsx'
import { Dialog } from './Dialog.tsx'
import { DialogActs } from './DialogActs.tsx'
import { toast } from './toasts.ts'
import { useAct } from './use-act.ts'

export interface ReasonDialogProps {
  title: string
  label: string
  hint?: string | undefined
  verb: string
  /** What was written before. */
  written?: string | undefined
  /** What the API calls the reason. */
  field?: string
  /** May stay empty. */
  optional?: boolean
  /** Said when it is done. */
  done?: string
  max?: number
  rows?: number
  /** Something must be chosen first. */
  disabled?: boolean
  /** Whoever opens it begins to write; else with what stands first. */
  focus?: boolean
  onAct: (reason: string) => Promise<unknown>
  onClose: () => void
  /** What to read before one writes. */
  children?: ReactNode
  /** What else belongs to it. */
  after?: ReactNode
}

/** An act that is done with a reason in words, which others will read. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { field = 'reason', max = 2000, rows = 3, onAct, onClose } = props
  const [reason, setReason] = useState(props.written ?? '')
  const { act, pending, error } = useAct(
    () => onAct(reason.trim()),
    () => {
      if (props.done) toast(props.done)
      onClose()
    },
  )
  return (
    <Dialog title={props.title} onClose={onClose}>
      <Form
        onSubmit={act}
        error={error}
        actions={<DialogActs verb={props.verb} pending={pending} disabled={props.disabled} onClose={onClose} />}
      >
        {props.children}
        <Textarea
          label={props.label}
          description={props.hint}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={fieldError(error, field)}
          required={!props.optional}
          autosize
          minRows={rows}
          maxLength={max}
          data-autofocus={props.focus === false ? undefined : true}
        />
        {props.after}
      </Form>
    </Dialog>
  )
}
