import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, refresh } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { type Choice, Dialog, Form, Picker, toast } from '#ui/index.ts'
import { searchPeople } from '../search-people.ts'
import type { Unit } from '../sections.ts'

/** Who else may record the decisions of a unit. */
export function DelegateDialog({ unit, onClose }: { unit: Unit; onClose: () => void }) {
  const t = useWords('organization')
  const client = useQueryClient()
  const [chosen, setChosen] = useState<Choice[]>([])
  const name = useMutation({
    mutationFn: ({ id: person }: Choice) =>
      api('PUT /units/{unit}/delegates/{person}', { params: { unit: unit.id, person } }),
    async onSuccess(_, { name: named }) {
      await refresh(client, 'GET /units/{unit}')
      toast(t('unit.named', { name: named }))
      onClose()
    },
  })
  return (
    <Dialog title={t('unit.nameDelegate')} onClose={onClose}>
      <Form
        onSubmit={() => chosen[0] && name.mutate(chosen[0])}
        error={name.error}
        actions={
          <>
            <Button type="submit" loading={name.isPending} disabled={chosen.length === 0}>
              {t('unit.save')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('unit.cancel')}
            </Button>
          </>
        }
      >
        <Picker
          label={t('unit.delegate', { unit: unit.name })}
          description={t('unit.delegatesHow')}
          value={chosen}
          onChange={setChosen}
          search={searchPeople}
          max={1}
        />
      </Form>
    </Dialog>
  )
}
