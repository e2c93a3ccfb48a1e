import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { api } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { searchUnits } from '#organization/search-people.ts'
import { type Choice, Dialog, fieldError, Form, Picker } from '#ui/index.ts'
import type { Item } from '../types.ts'
import { useAct } from '../use-act.ts'

/** Marks an item as asked by law, with the reason; the only thing in learning that is compulsory. */
export function LawDialog({ item, onClose }: { item: Item; onClose: () => void }) {
  const t = useWords('learning')
  const [reason, setReason] = useState(item.law?.reason ?? '')
  const [units, setUnits] = useState<Choice[]>(item.law?.units ?? [])
  const params = { item: item.id }
  const occupations = item.law?.occupations.map(({ id }) => id) ?? []
  const marking = useAct(
    () =>
      api('PUT /learning/items/{item}/law', {
        params,
        body: { reason, units: units.map(({ id }) => id), occupations },
      }),
    onClose,
  )
  const unmarking = useAct(() => api('DELETE /learning/items/{item}/law', { params }), onClose)
  return (
    <Dialog title={t('law.mark')} onClose={onClose}>
      <Form
        onSubmit={marking.act}
        error={marking.error ?? unmarking.error}
        actions={
          <>
            <Button type="submit" loading={marking.pending}>
              {t('keep')}
            </Button>
            {item.law && (
              <Button variant="default" onClick={unmarking.act} loading={unmarking.pending}>
                {t('law.unmark')}
              </Button>
            )}
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
          </>
        }
      >
        <Textarea
          label={t('law.reason')}
          description={t('law.reasonHow')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={fieldError(marking.error, 'reason')}
          autosize
          minRows={2}
          maxLength={2000}
          required
          data-autofocus
        />
        <Picker
          label={t('law.units')}
          description={t('law.unitsHow')}
          value={units}
          onChange={setUnits}
          search={searchUnits}
          max={50}
          error={fieldError(marking.error, 'units')}
        />
      </Form>
    </Dialog>
  )
}
