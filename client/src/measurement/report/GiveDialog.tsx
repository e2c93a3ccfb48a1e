import { NumberInput, Radio, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { Dialog, DialogActs, fieldError, Form, toast, useAct } from '#ui/index.ts'
import { Period } from './Period.tsx'
import { readAgain } from '../value/read-again.ts'
import styles from '../value/value.module.css'

const today = () => new Date().toISOString().slice(0, 10)

/** Writes down time or money given to a community or one of its gatherings. */
export function GiveDialog({ community, onClose }: { community: string; onClose: () => void }) {
  const t = useWords('measurement')
  const client = useQueryClient()
  const [form, setForm] = useState({
    kind: 'time' as 'time' | 'money',
    amount: 10,
    purpose: '',
    from: today(),
    to: today(),
  })
  const set = (part: Partial<typeof form>) => setForm((before) => ({ ...before, ...part }))
  const { act, pending, error } = useAct(
    () => api('POST /communities/{community}/resources', { params: { community }, body: form }),
    async () => {
      await readAgain(client)
      toast(t('worth.given'))
      onClose()
    },
  )
  return (
    <Dialog title={t('worth.give')} onClose={onClose}>
      <Form
        onSubmit={act}
        error={error}
        actions={<DialogActs verb={t('worth.keep')} pending={pending} onClose={onClose} />}
      >
        <Radio.Group label={t('worth.what')} value={form.kind} onChange={(kind) => set({ kind: kind as 'time' })}>
          <div className={styles.facts}>
            <Radio value="time" label={t('worth.kind.time')} />
            <Radio value="money" label={t('worth.kind.money')} />
          </div>
        </Radio.Group>
        <NumberInput
          label={t('worth.amount')}
          value={form.amount}
          onChange={(amount) => set({ amount: Number(amount) })}
          min={0.5}
          decimalScale={2}
          error={fieldError(error, 'amount')}
          required
        />
        <TextInput
          label={t('worth.purpose')}
          description={t('worth.purposeHow')}
          value={form.purpose}
          onChange={(event) => set({ purpose: event.currentTarget.value })}
          error={fieldError(error, 'purpose')}
          maxLength={300}
          required
          data-autofocus
        />
        <Period value={form} onChange={set} error={error} />
      </Form>
    </Dialog>
  )
}
