import { Button, NumberInput, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '#app/words.ts'
import { fieldError, Form } from '#ui/index.ts'
import { nextMonth } from './formats.ts'
import type { Ground, Rules } from './types.ts'

export const usual = (): Rules => ({
  from: nextMonth(),
  months: 3,
  minutesPerMonth: 60,
  minutesForANeed: 100,
  itemsPerTopic: 1,
  cut: 9,
})

interface RulesFormProps {
  /** With a name for a new plan; without, for proposing one anew. */
  name?: string
  rules: Rules
  cuts: Ground['cuts']
  pending: boolean
  error: Error | undefined
  onSubmit: (name: string, rules: Rules) => void
  onCancel?: () => void
}

/** By what a plan is made. */
export function RulesForm({ name: given, rules: before, cuts, pending, error, onSubmit, onCancel }: RulesFormProps) {
  const t = useWords('learning')
  const [name, setName] = useState(given ?? '')
  const [rules, setRules] = useState(before)
  const set = (change: Partial<Rules>) => setRules((now) => ({ ...now, ...change }))
  const whole = (key: 'months' | 'minutesPerMonth' | 'minutesForANeed' | 'itemsPerTopic', min: number, max: number) => (
    <NumberInput
      label={t(`plans.rules.${key}`)}
      description={t(`plans.rules.${key}How`)}
      value={rules[key]}
      onChange={(value) => set({ [key]: Number(value) || 0 })}
      min={min}
      max={max}
      allowDecimal={false}
      error={fieldError(error, `rules.${key}`)}
    />
  )
  return (
    <Form
      onSubmit={() => onSubmit(name, rules)}
      error={error}
      actions={
        <>
          <Button type="submit" loading={pending}>
            {t('plans.propose')}
          </Button>
          {onCancel && (
            <Button variant="default" onClick={onCancel}>
              {t('cancel')}
            </Button>
          )}
        </>
      }
    >
      {given !== undefined && (
        <TextInput
          label={t('plans.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={120}
          required
          error={fieldError(error, 'name')}
        />
      )}
      <TextInput
        type="month"
        label={t('plans.rules.from')}
        value={rules.from}
        onChange={(event) => set({ from: event.currentTarget.value })}
        placeholder="2027-01"
        required
        error={fieldError(error, 'rules.from')}
      />
      {whole('months', 1, 12)}
      {whole('minutesPerMonth', 5, 2400)}
      {whole('minutesForANeed', 0, 10_000)}
      {whole('itemsPerTopic', 1, 5)}
      {cuts.length > 1 && <Cut cuts={cuts} value={rules.cut} onChange={(cut) => set({ cut })} />}
    </Form>
  )
}

interface CutProps {
  cuts: readonly { depth: number; communities: number; tooSmall: number; moved: number | null }[]
  value: number
  onChange: (depth: number) => void
}

/** How deep communities within communities are told apart, with what each depth does. */
export function Cut({ cuts, value, onChange }: CutProps) {
  const t = useWords('learning')
  const deepest = cuts.length - 1
  const chosen = cuts[Math.min(value, deepest)]!
  return (
    <Select
      label={t('plans.rules.cut')}
      description={t('plans.rules.cutHow', {
        communities: chosen.communities,
        tooSmall: chosen.tooSmall,
        moved: chosen.moved ?? t('plans.rules.few'),
      })}
      data={cuts.map(({ depth }) => ({
        value: String(depth),
        label: depth === deepest ? t('plans.rules.whole') : t('plans.rules.depth', { depth }),
      }))}
      value={String(Math.min(value, deepest))}
      onChange={(depth) => depth !== null && onChange(Number(depth))}
      allowDeselect={false}
      comboboxProps={{ withinPortal: false }}
    />
  )
}
