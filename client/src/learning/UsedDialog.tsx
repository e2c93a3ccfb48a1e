import { Button, Radio, Textarea } from '@mantine/core'
import { useState } from 'react'
import { api } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { Dialog, fieldError, Form, toast } from '#ui/index.ts'
import type { ItemLine } from './types.ts'
import { useAct } from './use-act.ts'

const outcomes = ['worked', 'partly', 'failed'] as const

/** "I used it", of a practice: how it went stands with the practice afterwards. */
export function UsedDialog({ item, onClose }: { item: ItemLine; onClose: () => void }) {
  const t = useWords('learning')
  const [outcome, setOutcome] = useState<(typeof outcomes)[number]>()
  const [changed, setChanged] = useState('')
  const { act, pending, error } = useAct(
    () =>
      api('PUT /learning/items/{item}/done/{act}', {
        params: { item: item.id, act: 'used' },
        body: { application: { outcome: outcome!, changed } },
      }),
    () => {
      toast(t('used.said'))
      onClose()
    },
  )
  return (
    <Dialog title={t('used.title', { title: item.title })} onClose={onClose}>
      <Form
        onSubmit={act}
        error={error}
        actions={
          <>
            <Button type="submit" loading={pending}>
              {t('used.action')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
          </>
        }
      >
        <Radio.Group
          label={t('used.outcome')}
          description={t('used.outcomeHow')}
          value={outcome ?? null}
          onChange={(value) => setOutcome(value as (typeof outcomes)[number])}
          error={fieldError(error, 'application.outcome')}
          required
        >
          {outcomes.map((each) => (
            <Radio key={each} value={each} label={t(`used.${each}`)} mt="xs" />
          ))}
        </Radio.Group>
        <Textarea
          label={t('used.changed')}
          value={changed}
          onChange={(event) => setChanged(event.currentTarget.value)}
          error={fieldError(error, 'application.changed')}
          autosize
          minRows={2}
          maxLength={4000}
        />
      </Form>
    </Dialog>
  )
}
