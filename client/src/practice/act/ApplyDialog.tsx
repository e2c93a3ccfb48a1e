import { Button, Checkbox, Radio, Select, Textarea, TextInput } from '@mantine/core'
import type { Outcome } from '@mortar/contract/practice'
import { useState } from 'react'
import { api } from '#app/api.ts'
import { useMe } from '#app/me.ts'
import { useWords } from '#app/words.ts'
import { Dialog, fieldError, Form, toast } from '#ui/index.ts'
import { useAct } from './use-act.ts'

const outcomes = ['worked', 'partly', 'failed'] as const

/** "I used this": where, how it went, what changed and what was different there. */
export function ApplyDialog({ practice, onClose }: { practice: { id: string; title: string }; onClose: () => void }) {
  const t = useWords('practice')
  const { data: me } = useMe()
  const units = [...new Map(me?.units.map((unit) => [unit.id, unit]) ?? []).values()]
  const [said, setSaid] = useState({ place: '', changed: '', different: '' })
  // Not chosen for anybody: how it went is evidence.
  const [outcome, setOutcome] = useState<Outcome>()
  const [chosen, setChosen] = useState<string | null>()
  const [byUnit, setByUnit] = useState(false)
  const unit = chosen === undefined ? (units[0]?.id ?? null) : chosen
  const { act, pending, error } = useAct(
    () =>
      api('POST /practices/{practice}/applications', {
        params: { practice: practice.id },
        body: { ...said, outcome: outcome!, byUnit: byUnit && unit !== null, ...(unit && { unit }) },
      }),
    () => {
      toast(t('apply.done'))
      onClose()
    },
  )
  const set = (field: keyof typeof said) => ({
    label: t(`apply.${field}`),
    description: t(`apply.${field}How`),
    value: said[field],
    onChange: (event: { currentTarget: { value: string } }) => setSaid({ ...said, [field]: event.currentTarget.value }),
    error: fieldError(error, field),
  })
  return (
    <Dialog title={t('apply.title', { title: practice.title })} onClose={onClose} wide>
      <Form
        onSubmit={act}
        error={error}
        actions={
          <>
            <Button type="submit" loading={pending}>
              {t('apply.action')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
          </>
        }
      >
        <Radio.Group
          label={t('apply.outcome')}
          value={outcome ?? null}
          onChange={(value) => setOutcome(value as Outcome)}
          error={fieldError(error, 'outcome')}
          required
        >
          {outcomes.map((each) => (
            <Radio key={each} value={each} label={t(`outcome.${each}`)} mt="xs" />
          ))}
        </Radio.Group>
        {units.length > 0 && (
          <Select
            label={t('apply.unit')}
            data={units.map(({ id, name }) => ({ value: id, label: name }))}
            value={unit}
            onChange={setChosen}
            clearable
            comboboxProps={{ withinPortal: false }}
          />
        )}
        {unit && (
          <Checkbox
            label={t('apply.byUnit')}
            description={t('apply.byUnitHow')}
            checked={byUnit}
            onChange={(event) => setByUnit(event.currentTarget.checked)}
          />
        )}
        <TextInput {...set('place')} maxLength={300} />
        <Textarea {...set('changed')} autosize minRows={2} maxLength={4000} />
        <Textarea {...set('different')} autosize minRows={2} maxLength={4000} />
      </Form>
    </Dialog>
  )
}
