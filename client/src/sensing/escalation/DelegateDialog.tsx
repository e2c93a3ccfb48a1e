import { useState } from 'react'
import { api } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { searchPeople } from '#organization/search-people.ts'
import { type Choice, Picker } from '#ui/index.ts'
import { ReasonDialog } from '../ReasonDialog.tsx'
import type { Escalation } from '../types.ts'

/** The manager asks somebody to deal with it; they read it from then on, and the community sees who. */
export function DelegateDialog({ escalation, onClose }: { escalation: Escalation; onClose: () => void }) {
  const t = useWords('sensing')
  const [people, setPeople] = useState<Choice[]>([])
  const delegate = async (reason: string) => {
    const [person] = people
    if (!person) throw new Error(t('delegate.nobody'))
    await api('PUT /escalations/{escalation}/delegate', {
      params: { escalation: escalation.id },
      body: { person: person.id, reason },
    })
  }
  return (
    <ReasonDialog
      title={t('delegate.title')}
      label={t('delegate.note')}
      verb={t('act.delegate')}
      done={t('delegate.done')}
      optional
      onAct={delegate}
      onClose={onClose}
    >
      <Picker
        label={t('delegate.person')}
        description={t('delegate.how')}
        value={people}
        onChange={setPeople}
        search={searchPeople}
        max={1}
        required
      />
    </ReasonDialog>
  )
}
