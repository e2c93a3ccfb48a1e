import { Radio, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { Dialog, DialogActs, fieldError, Form, useAct, useGo } from '#ui/index.ts'
import { Period } from './Period.tsx'
import { readAgain } from '../value/read-again.ts'
import styles from '../value/value.module.css'

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** Begins a report: what happened in its time is filled in. */
export function BeginDialog({ community, onClose }: { community: string | undefined; onClose: () => void }) {
  const t = useWords('measurement')
  const go = useGo()
  const client = useQueryClient()
  const [form, setForm] = useState({
    kind: (community ? 'sponsor' : 'annual') as 'sponsor' | 'annual',
    title: '',
    from: day(-182),
    to: day(0),
  })
  const set = (part: Partial<typeof form>) => setForm((before) => ({ ...before, ...part }))
  const { act, pending, error } = useAct(
    () => api('POST /value-reports', { body: { community: community ?? null, ...form } }),
    async ({ id }) => {
      await readAgain(client)
      go(paths.valueReport(id))
    },
  )
  return (
    <Dialog title={t('worth.begin')} onClose={onClose}>
      <Form
        onSubmit={act}
        error={error}
        actions={<DialogActs verb={t('worth.beginNow')} pending={pending} onClose={onClose} />}
      >
        <p className={styles.soft}>{t('worth.beginHow')}</p>
        {community && (
          <Radio.Group
            label={t('worth.forWhom')}
            value={form.kind}
            onChange={(kind) => set({ kind: kind as 'sponsor' })}
          >
            <div className={styles.facts}>
              <Radio value="sponsor" label={t('worth.reportKind.sponsor')} />
              <Radio value="annual" label={t('worth.reportKind.annual')} />
            </div>
          </Radio.Group>
        )}
        <TextInput
          label={t('worth.name')}
          value={form.title}
          onChange={(event) => set({ title: event.currentTarget.value })}
          error={fieldError(error, 'title')}
          maxLength={200}
          required
          data-autofocus
        />
        <Period value={form} onChange={set} error={error} />
      </Form>
    </Dialog>
  )
}
