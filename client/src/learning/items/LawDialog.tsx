import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { searchUnits } from '#organization/search-people.ts'
import { type Choice, Picker, ReasonDialog, Refusal } from '#ui/index.ts'
import { useOccupations } from '../occupations.ts'
import type { Item } from '../types.ts'
import { readAgain, useAct } from '../use-act.ts'

/** Marks an item as asked by law, with the reason; the only thing in learning that is compulsory. */
export function LawDialog({ item, onClose }: { item: Item; onClose: () => void }) {
  const t = useWords('learning')
  const [units, setUnits] = useState<Choice[]>(item.law?.units ?? [])
  const [occupations, setOccupations] = useState<Choice[]>(item.law?.occupations ?? [])
  const offered = { search: useOccupations(), suggest: true }
  const named = (what: 'units' | 'occupations') => ({ label: t(`law.${what}`), description: t(`law.${what}How`) })
  const client = useQueryClient()
  const params = { item: item.id }
  const ids = (choices: Choice[]) => choices.map(({ id }) => id)
  const mark = async (reason: string) => {
    const body = { reason, units: ids(units), occupations: ids(occupations) }
    await api('PUT /learning/items/{item}/law', { params, body })
    await readAgain(client)
  }
  const unmarking = useAct(() => api('DELETE /learning/items/{item}/law', { params }), onClose)
  return (
    <ReasonDialog
      title={t(item.law ? 'law.change' : 'law.mark')}
      label={t('law.reason')}
      hint={t('law.reasonHow')}
      verb={t('keep')}
      written={item.law?.reason}
      rows={2}
      onAct={mark}
      onClose={onClose}
      after={
        <>
          <Picker {...named('units')} value={units} onChange={setUnits} search={searchUnits} max={50} />
          <Picker {...named('occupations')} value={occupations} onChange={setOccupations} {...offered} max={50} />
          {item.law && (
            <Button variant="subtle" color="gray" w="fit-content" onClick={unmarking.act} loading={unmarking.pending}>
              {t('law.unmark')}
            </Button>
          )}
          <Refusal error={unmarking.error} />
        </>
      }
    />
  )
}
