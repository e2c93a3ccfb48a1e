import { Button, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, refresh } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { actWithUndo, Dialog, toast } from '#ui/index.ts'
import type { CommunityHead } from './use-community.ts'

/** Joining, asking to join and leaving: each one click, leaving with an undo instead of a question. */
export function MembershipActs({ community }: { community: CommunityHead }) {
  const t = useWords('community')
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const params = { community: community.id }
  const { name, may, asked } = community
  const again = () =>
    refresh(
      client,
      'GET /communities/{community}',
      'GET /communities/{community}/home',
      'GET /communities',
      'GET /communities/{community}/members',
      'GET /me',
    )
  const join = () => api('PUT /communities/{community}/membership', { params }).then(again)
  const leave = () => api('DELETE /communities/{community}/membership', { params }).then(again)
  const takeBack = () => api('DELETE /communities/{community}/requests/mine', { params }).then(again)

  if (may.leave) {
    // A private community lets nobody back in without an invitation: that is said, not hidden behind an undo.
    const said = t(community.visibility === 'private' ? 'left.private' : 'left.done', { name })
    const go = () =>
      community.visibility === 'open' ? actWithUndo(said, leave, join) : leave().then(() => toast(said))
    return (
      <Button variant="default" onClick={() => void go()}>
        {t('leave')}
      </Button>
    )
  }
  if (may.join) return <Button onClick={() => void actWithUndo(t('joined', { name }), join, leave)}>{t('join')}</Button>
  if (asked) {
    return (
      <Button variant="default" onClick={() => void takeBack()}>
        {t('request.takeBack')}
      </Button>
    )
  }
  if (!may.askToJoin) return null
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('request.action')}</Button>
      {asking && <AskToJoin community={community} onClose={() => setAsking(false)} onAsked={again} />}
    </>
  )
}

function AskToJoin({
  community,
  onClose,
  onAsked,
}: {
  community: CommunityHead
  onClose: () => void
  onAsked: () => void
}) {
  const t = useWords('community')
  const [message, setMessage] = useState('')
  const ask = async () => {
    try {
      await api('POST /communities/{community}/requests', { params: { community: community.id }, body: { message } })
      toast(t('request.sent'))
      onAsked()
      onClose()
    } catch (error) {
      toast((error as Error).message)
    }
  }
  return (
    <Dialog title={t('request.title', { name: community.name })} onClose={onClose}>
      <Textarea
        label={t('request.message')}
        description={t('request.messageHow')}
        value={message}
        onChange={(event) => setMessage(event.currentTarget.value)}
        autosize
        minRows={3}
        maxLength={2000}
      />
      <Button mt="md" onClick={() => void ask()}>
        {t('request.action')}
      </Button>
    </Dialog>
  )
}
