import { Button, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { api } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { choiceOf, searchUnits } from '#organization/search-people.ts'
import { type Choice, Dialog, fieldError, Form, Picker, PickOne, toast } from '#ui/index.ts'
import { useAct } from './use-act.ts'

interface SendProps {
  practice: { id: string; title: string; community: { id: string } | null }
  onClose: () => void
}

/** Adopt or explain: sends a practice to a unit, which answers by a day. */
export function SendToUnitDialog({ practice, onClose }: SendProps) {
  const t = useWords('practice')
  const [chosen, setChosen] = useState<Choice[]>([])
  const [message, setMessage] = useState('')
  const [dueOn, setDueOn] = useState('')
  const { act, pending, error } = useAct(
    () =>
      api('POST /practices/{practice}/proposals', {
        params: { practice: practice.id },
        body: { unit: chosen[0]!.id, message, dueOn: dueOn || null },
      }),
    () => {
      toast(t('send.done', { unit: chosen[0]!.name }))
      onClose()
    },
  )
  return (
    <Dialog title={t('send.title', { title: practice.title })} onClose={onClose}>
      <Form
        onSubmit={act}
        error={error}
        actions={
          <>
            <Button type="submit" loading={pending} disabled={chosen.length === 0}>
              {t('send.action')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
          </>
        }
      >
        <p>{t('send.what')}</p>
        <Picker label={t('send.unit')} value={chosen} onChange={setChosen} search={searchUnits} max={1} required />
        <Textarea
          label={t('send.message')}
          value={message}
          onChange={(event) => setMessage(event.currentTarget.value)}
          error={fieldError(error, 'message')}
          autosize
          minRows={2}
          maxLength={2000}
        />
        <TextInput
          type="date"
          label={t('send.due')}
          value={dueOn}
          onChange={(event) => setDueOn(event.currentTarget.value)}
          error={fieldError(error, 'dueOn')}
          w={220}
        />
      </Form>
    </Dialog>
  )
}

/** Gives the stewardship to a member of the community. */
export function StewardDialog({ practice, onClose }: SendProps) {
  const t = useWords('practice')
  const [chosen, setChosen] = useState<Choice[]>([])
  const members = async (words: string, signal: AbortSignal): Promise<Choice[]> => {
    const { items } = await api('GET /communities/{community}/members', {
      params: { community: practice.community!.id },
      query: { words, limit: 8 },
      signal,
    })
    return items.map(choiceOf)
  }
  const { act, pending, error } = useAct(
    () =>
      api('PUT /practices/{practice}/steward', { params: { practice: practice.id }, body: { steward: chosen[0]!.id } }),
    () => {
      toast(t('steward.done', { name: chosen[0]!.name }))
      onClose()
    },
  )
  return (
    <Dialog title={t('steward.title')} onClose={onClose}>
      <Form
        onSubmit={act}
        error={error}
        actions={
          <>
            <Button type="submit" loading={pending} disabled={chosen.length === 0}>
              {t('steward.action')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
          </>
        }
      >
        <PickOne
          label={t('steward.who')}
          description={t('steward.how')}
          value={chosen}
          onChange={setChosen}
          search={members}
        />
      </Form>
    </Dialog>
  )
}
