import { Button, Radio, Select, Textarea } from '@mantine/core'
import type { AdoptionState } from '@mortar/contract/practice'
import { useState } from 'react'
import { api } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { Dialog, fieldError, Form, toast } from '#ui/index.ts'
import { useAct } from './use-act.ts'

interface Deciding {
  id: string
  name: string
  next: readonly AdoptionState[]
}

interface DecideDialogProps {
  practice: { id: string; title: string }
  /** The units that one may decide for. */
  units: readonly Deciding[]
  onClose: () => void
}

/** What a unit decides about a practice, with the reason: adopting is not the only good answer. */
export function DecideDialog({ practice, units, onClose }: DecideDialogProps) {
  const t = useWords('practice')
  const [unitId, setUnit] = useState(units[0]?.id)
  const unit = units.find(({ id }) => id === unitId) ?? units[0]
  const [chosen, setState] = useState<AdoptionState>()
  const state = chosen && unit?.next.includes(chosen) ? chosen : unit?.next[0]
  const [reason, setReason] = useState('')
  const { act, pending, error } = useAct(
    () =>
      api('PUT /practices/{practice}/adoptions/{unit}', {
        params: { practice: practice.id, unit: unit!.id },
        body: { state: state!, reason },
      }),
    () => {
      toast(t('decide.done', { unit: unit!.name }))
      onClose()
    },
  )
  return (
    <Dialog title={t('decide.title', { title: practice.title })} onClose={onClose}>
      <Form
        onSubmit={act}
        error={error}
        actions={
          <>
            <Button type="submit" loading={pending} disabled={!state}>
              {t('decide.action')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
          </>
        }
      >
        {units.length > 1 && (
          <Select
            label={t('decide.unit')}
            data={units.map(({ id, name }) => ({ value: id, label: name }))}
            value={unit?.id ?? null}
            onChange={(value) => value && setUnit(value)}
            comboboxProps={{ withinPortal: false }}
          />
        )}
        <Radio.Group
          label={t('decide.state', { unit: unit?.name })}
          value={state ?? null}
          onChange={(value) => setState(value as AdoptionState)}
        >
          {unit?.next.map((each) => (
            <Radio
              key={each}
              value={each}
              label={t(`decision.${each}`)}
              description={t(`decisionHow.${each}`)}
              mt="xs"
            />
          ))}
        </Radio.Group>
        <Textarea
          label={t('decide.reason')}
          description={t('decide.reasonHow')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={fieldError(error, 'reason')}
          required
          autosize
          minRows={3}
          maxLength={2000}
        />
      </Form>
    </Dialog>
  )
}
