import { Button, Radio, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, refresh } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { type Choice, Dialog, Picker, toast } from '#ui/index.ts'
import { searchInvited } from './search-invited.ts'
import type { Community } from './use-community.ts'

const kinds = ['person', 'unit', 'occupation'] as const
type Kind = (typeof kinds)[number]

/** Invites people, a unit or an occupation. Each person decides for themselves. */
export function InviteDialog({ community, onClose }: { community: Community; onClose: () => void }) {
  const t = useWords('community')
  const client = useQueryClient()
  const [kind, setKind] = useState<Kind>('person')
  const [chosen, setChosen] = useState<Choice[]>([])
  const [message, setMessage] = useState('')
  const invite = async () => {
    try {
      for (const { id } of chosen) {
        await api('POST /communities/{community}/invitations', {
          params: { community: community.id },
          body: { [kind]: id, message },
        })
      }
      await refresh(client, 'GET /communities/{community}/invitations')
      toast(t('invite.sent', { count: chosen.length }))
      onClose()
    } catch (error) {
      toast((error as Error).message)
    }
  }
  return (
    <Dialog title={t('invite.title', { name: community.name })} onClose={onClose}>
      <Radio.Group
        label={t('invite.whom')}
        value={kind}
        onChange={(value) => {
          setKind(value as Kind)
          setChosen([])
        }}
      >
        {kinds.map((each) => (
          <Radio key={each} value={each} label={t(`invite.${each}`)} mt="xs" />
        ))}
      </Radio.Group>
      <Picker
        key={kind}
        label={t(`invite.${kind}`)}
        description={t('invite.how')}
        value={chosen}
        onChange={setChosen}
        max={kind === 'person' ? 20 : 5}
        search={(text, signal) => searchInvited(kind, text, signal)}
      />
      <Textarea
        mt="md"
        label={t('invite.message')}
        value={message}
        onChange={(event) => setMessage(event.currentTarget.value)}
        autosize
        minRows={2}
        maxLength={2000}
      />
      <Button mt="md" disabled={chosen.length === 0} onClick={() => void invite()}>
        {t('invite.action')}
      </Button>
    </Dialog>
  )
}
