import { Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Answer, api, query } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { DialogActs, type Choice, Dialog, Form, ListSkeleton, Picker } from '#ui/index.ts'
import { type Inquiry, searchPeople } from '../api.ts'
import { useAct } from './use-act.ts'

type Proposal = Answer<'GET /inquiries/{inquiry}/proposals'>['items'][number]

/** Asks people by name: proposals in no order of merit, or anybody who can read it. */
export function AskPeopleDialog({ inquiry, free, onClose }: { inquiry: Inquiry; free: number; onClose: () => void }) {
  const t = useWords('inquiry')
  const params = { inquiry: inquiry.id }
  const { data, isPending } = useQuery(query('GET /inquiries/{inquiry}/proposals', { params }))
  const [proposed, setProposed] = useState<string[]>([])
  const [others, setOthers] = useState<Choice[]>([])
  const people = [...new Set([...proposed, ...others.map(({ id }) => id)])]
  const sending = useAct(() => api('POST /inquiries/{inquiry}/asked', { params, body: { people } }), onClose)
  return (
    <Dialog title={t('asked.dialog')} onClose={onClose}>
      <Form
        onSubmit={sending.act}
        error={sending.error}
        actions={<DialogActs {...sending} verb={t('asked.action')} onClose={onClose} />}
      >
        <p>{t('asked.lead', { free })}</p>
        {isPending && <ListSkeleton lines={3} />}
        {data && data.items.length > 0 && (
          <Checkbox.Group label={t('asked.met')} value={proposed} onChange={setProposed}>
            {data.items.map((proposal) => (
              <Checkbox
                key={proposal.person.id}
                value={proposal.person.id}
                disabled={people.length >= free && !proposed.includes(proposal.person.id)}
                label={proposal.person.name}
                description={<Why {...proposal} />}
                mt="xs"
              />
            ))}
          </Checkbox.Group>
        )}
        <Picker
          label={t('asked.others')}
          value={others}
          max={Math.max(0, free - proposed.length)}
          search={searchPeople}
          onChange={setOthers}
        />
      </Form>
    </Dialog>
  )
}

function Why({ person, because, inquiry, askedOften }: Proposal) {
  const t = useWords('inquiry')
  const parts = [
    person.title,
    `${t(`met.${because}`)} ${inquiry?.title ?? ''}`.trim(),
    askedOften && t('met.askedOften'),
  ]
  return <>{parts.filter(Boolean).join(' · ')}</>
}
