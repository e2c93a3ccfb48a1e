import { Radio, Select } from '@mantine/core'
import type { AdoptionState } from '@mortar/contract/practice'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { ReasonDialog } from '#ui/index.ts'
import { readAgain } from '../api.ts'

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
  const client = useQueryClient()
  const [unitId, setUnit] = useState(units[0]?.id)
  const unit = units.find(({ id }) => id === unitId) ?? units[0]
  const [chosen, setState] = useState<AdoptionState>()
  const state = chosen && unit?.next.includes(chosen) ? chosen : unit?.next[0]
  const decide = async (reason: string) => {
    await api('PUT /practices/{practice}/adoptions/{unit}', {
      params: { practice: practice.id, unit: unit!.id },
      body: { state: state!, reason },
    })
    await readAgain(client)
  }
  return (
    <ReasonDialog
      title={t('decide.title', { title: practice.title })}
      label={t('decide.reason')}
      hint={t('decide.reasonHow')}
      verb={t('decide.action')}
      done={t('decide.done', { unit: unit?.name ?? '' })}
      disabled={!state}
      focus={false}
      onAct={decide}
      onClose={onClose}
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
          <Radio key={each} value={each} label={t(`decision.${each}`)} description={t(`decisionHow.${each}`)} mt="xs" />
        ))}
      </Radio.Group>
    </ReasonDialog>
  )
}
