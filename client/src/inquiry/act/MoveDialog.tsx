import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { api } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { DialogActs, type Choice, Dialog, fieldError, Form, Picker } from '#ui/index.ts'
import type { Inquiry } from '../api.ts'
import { placeChoices } from '../ask/places.ts'
import { useAct } from './use-act.ts'

/** To other communities, with the reason. */
export function MoveDialog({ inquiry, onClose }: { inquiry: Inquiry; onClose: () => void }) {
  const t = useWords('inquiry')
  const [places, setPlaces] = useState<Choice[]>(inquiry.communities)
  const [reason, setReason] = useState('')
  const sending = useAct(
    () =>
      api('PUT /inquiries/{inquiry}/communities', {
        params: { inquiry: inquiry.id },
        body: { communities: places.map(({ id }) => id), reason: reason.trim() },
      }),
    onClose,
  )
  return (
    <Dialog title={t('move.title')} onClose={onClose}>
      <Form
        onSubmit={sending.act}
        error={sending.error}
        actions={<DialogActs {...sending} verb={t('act.move')} onClose={onClose} />}
      >
        <Picker
          label={t('ask.communities')}
          value={places}
          max={3}
          suggest
          search={placeChoices}
          onChange={setPlaces}
          error={fieldError(sending.error, 'communities')}
        />
        <TextInput
          label={t('move.reason')}
          description={t('move.reasonHow')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={500}
          error={fieldError(sending.error, 'reason')}
          required
        />
      </Form>
    </Dialog>
  )
}
