import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { type Choice, Dialog, Form, Picker } from '#ui/index.ts'

interface ChoosePersonProps {
  title: string
  text: string
  verb: string
  act: (person: string) => Promise<unknown>
  onClose: () => void
}

export function ChoosePersonDialog({ title, text, verb, act, onClose }: ChoosePersonProps) {
  const t = useWords('account')
  const [people, setPeople] = useState<Choice[]>([])
  const acting = useMutation({ mutationFn: () => act(people[0]!.id), onSuccess: onClose })
  return (
    <Dialog title={title} onClose={onClose}>
      <Form
        onSubmit={() => people[0] && acting.mutate()}
        error={acting.error}
        actions={
          <Button type="submit" loading={acting.isPending} disabled={people.length === 0}>
            {verb}
          </Button>
        }
      >
        <p>{text}</p>
        <Picker label={t('office.accounts.person')} max={1} value={people} onChange={setPeople} search={searchPeople} />
      </Form>
    </Dialog>
  )
}

async function searchPeople(words: string, signal: AbortSignal): Promise<Choice[]> {
  const { items } = await api('GET /people', { query: { words, limit: 8 }, signal })
  return items.map(({ id, name, title, unit }) => ({
    id,
    name,
    note: [title, unit].filter(Boolean).join(', ') || null,
  }))
}
