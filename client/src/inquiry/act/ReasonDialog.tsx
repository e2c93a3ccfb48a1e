import { Button, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiRefusal } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { Dialog, fieldError, Form } from '#ui/index.ts'
import { readAgain } from '../api.ts'

interface ReasonDialogProps {
  title: string
  lead?: string
  label: string
  verb: string
  max: number
  long?: boolean
  optional?: boolean
  onSend: (reason: string) => Promise<unknown>
  onClose: () => void
}

/** An act that wants a few words with it. */
export function ReasonDialog({ title, lead, label, verb, max, long, optional, onSend, onClose }: ReasonDialogProps) {
  const [reason, setReason] = useState('')
  const sending = useAct(() => onSend(reason.trim()), onClose)
  const Input = long ? Textarea : TextInput
  return (
    <Dialog title={title} onClose={onClose}>
      <Form
        onSubmit={sending.act}
        error={sending.error}
        actions={<DialogActs {...sending} verb={verb} onClose={onClose} />}
      >
        {lead && <p>{lead}</p>}
        <Input
          label={label}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={max}
          error={fieldError(sending.error, 'reason')}
          required={!optional}
          data-autofocus
        />
      </Form>
    </Dialog>
  )
}

/** An act of a dialog: reads the page again and closes when it worked, says why when not. */
export function useAct(act: () => Promise<unknown>, onClose: () => void) {
  const client = useQueryClient()
  const mutation = useMutation({
    mutationFn: act,
    onSuccess: async () => {
      await readAgain(client)
      onClose()
    },
  })
  return {
    act: () => mutation.mutate(),
    pending: mutation.isPending,
    error: mutation.error instanceof ApiRefusal ? mutation.error : undefined,
  }
}

export function DialogActs({ verb, pending, onClose }: { verb: string; pending: boolean; onClose: () => void }) {
  const t = useWords('inquiry')
  return (
    <>
      <Button type="submit" loading={pending}>
        {verb}
      </Button>
      <Button variant="subtle" color="gray" onClick={onClose}>
        {t('act.cancel')}
      </Button>
    </>
  )
}
