import { Button, Radio, Textarea, TextInput } from '@mantine/core'
import type { EscalationAnswer } from '@mortar/contract/sensing-escalations'
import { useState } from 'react'
import { api } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { Dialog, fieldError, Form, toast } from '#ui/index.ts'
import { useAct } from '../use-act.ts'
import type { Escalation } from '../types.ts'

const answers = ['yes', 'no', 'later'] as const

/** Yes, no, or later with a new day: each with the reason, which the community reads. */
export function DecideDialog({ escalation, onClose }: { escalation: Escalation; onClose: () => void }) {
  const t = useWords('sensing')
  const [answer, setAnswer] = useState<EscalationAnswer>('yes')
  const [reason, setReason] = useState('')
  const [dueOn, setDueOn] = useState('')
  const later = answer === 'later'
  const { act, pending, error } = useAct(
    () =>
      api('PUT /escalations/{escalation}/decision', {
        params: { escalation: escalation.id },
        body: { answer, reason, dueOn: later ? dueOn || null : null },
      }),
    () => {
      toast(t('decide.done'))
      onClose()
    },
  )
  return (
    <Dialog title={t('decide.title')} onClose={onClose}>
      <Form
        onSubmit={act}
        error={error}
        actions={
          <>
            <Button type="submit" loading={pending}>
              {t('act.decide')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
          </>
        }
      >
        <Radio.Group
          label={t('decide.answer')}
          value={answer}
          onChange={(value) => setAnswer(value as EscalationAnswer)}
        >
          {answers.map((each) => (
            <Radio key={each} value={each} label={t(`answer.${each}`)} description={t(`decide.${each}How`)} mt="xs" />
          ))}
        </Radio.Group>
        {later && (
          <TextInput
            type="date"
            label={t('decide.until')}
            value={dueOn}
            onChange={(event) => setDueOn(event.currentTarget.value)}
            error={fieldError(error, 'dueOn')}
            required
          />
        )}
        <Textarea
          label={t('reason')}
          description={t('decide.reasonHow')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={fieldError(error, 'reason')}
          autosize
          minRows={3}
          maxLength={4000}
          required
        />
      </Form>
    </Dialog>
  )
}
