import type { Assumptions } from '@mortar/contract/measurement-value'
import { NumberInput, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { Dialog, DialogActs, fieldError, Form, toast, useAct } from '#ui/index.ts'
import { Period } from '../report/Period.tsx'
import { readAgain } from './read-again.ts'
import styles from './value.module.css'

interface ValuationDialogProps {
  practice: string
  known: { units: number; uses: number }
  onClose: () => void
}

const names = ['onboardings', 'homeRoll', 'usefulShare', 'onboarding', 'uses', 'savedPerUse'] as const
const bounds = (low: number, high = low) => ({ low, high, because: '' })
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** Each assumption between two bounds, and why. What is known is filled in. */
export function ValuationDialog({ practice, known, onClose }: ValuationDialogProps) {
  const t = useWords('measurement')
  const client = useQueryClient()
  const [period, setPeriod] = useState({ from: day(-365), to: day(0) })
  const [note, setNote] = useState('')
  const [all, setAll] = useState<Assumptions>({
    onboardings: bounds(known.units),
    homeRoll: bounds(8, 40),
    usefulShare: bounds(0.5, 1),
    onboarding: bounds(1, 8),
    uses: bounds(known.uses),
    savedPerUse: bounds(0, 0.5),
  })
  const set = (name: (typeof names)[number], part: Partial<Assumptions['uses']>) =>
    setAll((before) => ({ ...before, [name]: { ...before[name], ...part } }))
  const { act, pending, error } = useAct(
    () =>
      api('POST /practices/{practice}/valuations', {
        params: { practice },
        body: { ...period, assumptions: all, note },
      }),
    async () => {
      await readAgain(client)
      toast(t('worth.valued'))
      onClose()
    },
  )
  return (
    <Dialog title={t('worth.value')} onClose={onClose} wide>
      <Form
        onSubmit={act}
        error={error}
        actions={<DialogActs verb={t('worth.keep')} pending={pending} onClose={onClose} />}
      >
        <p className={styles.soft}>{t('worth.valueHow')}</p>
        <Period value={period} onChange={(part) => setPeriod((before) => ({ ...before, ...part }))} error={error} />
        {names.map((name) => (
          <fieldset key={name} className={styles.assumption}>
            <legend>{t(`worth.assume.${name}`)}</legend>
            <div className={styles.bounds}>
              {(['low', 'high'] as const).map((end) => (
                <NumberInput
                  key={end}
                  label={t(end === 'low' ? 'worth.atLeast' : 'worth.atMost')}
                  value={all[name][end]}
                  onChange={(value) => set(name, { [end]: Number(value) })}
                  min={0}
                  max={name === 'usefulShare' ? 1 : 1_000_000}
                  step={name === 'usefulShare' ? 0.1 : 1}
                  decimalScale={2}
                  error={fieldError(error, `assumptions.${name}.${end}`)}
                />
              ))}
              <TextInput
                label={t('worth.because')}
                value={all[name].because}
                onChange={(event) => set(name, { because: event.currentTarget.value })}
                maxLength={500}
              />
            </div>
          </fieldset>
        ))}
        <Textarea
          label={t('worth.note')}
          description={t('worth.noteHow')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          autosize
          minRows={2}
          maxLength={2000}
        />
      </Form>
    </Dialog>
  )
}
