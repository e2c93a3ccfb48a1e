import { Button, Checkbox, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ApiRefusal, refresh } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { Dialog, fieldError, Form, toast } from '#ui/index.ts'

const wasErased = (error: unknown) => error instanceof ApiRefusal && error.code === 'organization.wasErased'

export function AddPersonDialog({ onClose }: { onClose: () => void }) {
  const t = useWords('account')
  const client = useQueryClient()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [anyway, setAnyway] = useState(false)
  const erasure = useWords('erasure')
  const add = useMutation({
    mutationFn: () => api('POST /office/people', { body: { name, email, erased: anyway } }),
    onSuccess: async () => {
      await refresh(client, 'GET /office/accounts')
      onClose()
      toast(t('office.accounts.added', { name }))
    },
  })
  return (
    <Dialog title={t('office.accounts.add')} onClose={onClose}>
      <Form
        onSubmit={() => add.mutate()}
        error={add.error}
        actions={
          <Button type="submit" loading={add.isPending}>
            {t('office.accounts.add')}
          </Button>
        }
      >
        <TextInput
          label={t('office.accounts.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={fieldError(add.error, 'name')}
        />
        <TextInput
          label={t('email')}
          type="email"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={fieldError(add.error, 'email')}
        />
        {wasErased(add.error) && (
          <Checkbox
            label={erasure('addAnyway')}
            checked={anyway}
            onChange={(event) => setAnyway(event.currentTarget.checked)}
          />
        )}
      </Form>
    </Dialog>
  )
}
