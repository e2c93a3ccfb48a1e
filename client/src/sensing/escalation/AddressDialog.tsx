import { Button } from '@mantine/core'
import { useState } from 'react'
import { api } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { type Choice, Dialog, fieldError, Form, toast } from '#ui/index.ts'
import { useAct } from '../use-act.ts'
import type { Escalation } from '../types.ts'
import { ManagerField } from './ManagerField.tsx'

/** While nobody answers for it, the community names somebody who does. */
export function AddressDialog({ escalation, onClose }: { escalation: Escalation; onClose: () => void }) {
  const t = useWords('sensing')
  const [chosen, setChosen] = useState<Choice[]>([])
  const [unit = '', manager = ''] = chosen[0]?.id.split(' ') ?? []
  const { act, pending, error } = useAct(
    () =>
      api('PUT /escalations/{escalation}/manager', {
        params: { escalation: escalation.id },
        body: { unit, manager },
      }),
    () => {
      toast(t('address.done'))
      onClose()
    },
  )
  return (
    <Dialog title={t('act.address')} onClose={onClose}>
      <Form
        onSubmit={act}
        error={error}
        actions={
          <>
            <Button type="submit" loading={pending}>
              {t('act.address')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
          </>
        }
      >
        <ManagerField
          value={chosen}
          onChange={setChosen}
          error={fieldError(error, 'manager') ?? fieldError(error, 'unit')}
        />
      </Form>
    </Dialog>
  )
}
