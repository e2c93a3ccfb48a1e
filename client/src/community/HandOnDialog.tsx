import { Button } from '@mantine/core'
import type { Role } from '@mortar/contract/community'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, refresh } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { choiceOf } from '#organization/search-people.ts'
import { actWithUndo, type Choice, Dialog, PickOne } from '#ui/index.ts'
import type { CommunityHead, Member } from './use-community.ts'

interface HandOnProps {
  community: CommunityHead
  holder: Member
  onClose: () => void
}

interface Successor extends Choice {
  roles: Role[]
}

/** Hands all roles of somebody who left to a member, or lets them rest; either is undone in one click. */
export function HandOnDialog({ community, holder, onClose }: HandOnProps) {
  const t = useWords('community')
  const [chosen, setChosen] = useState<Choice[]>([])
  const { search, found } = useMembers(community.id)
  const give = useRoles(community.id)
  const to = found(chosen[0]?.id)
  const hand = ({ id, name, roles }: Successor) => {
    onClose()
    // The successor first: at no moment does nobody hold the role.
    void actWithUndo(
      t('leftRoles.done', { to: name, name: holder.name }),
      () => give([id, [...new Set([...roles, ...holder.roles])]], [holder.id, []]),
      () => give([holder.id, holder.roles], [id, roles]),
    )
  }
  const rest = () => {
    onClose()
    void actWithUndo(
      t('leftRoles.laid', { name: holder.name }),
      () => give([holder.id, []]),
      () => give([holder.id, holder.roles]),
    )
  }
  return (
    <Dialog title={t('leftRoles.actOf', { name: holder.name })} onClose={onClose}>
      <PickOne
        label={t('leftRoles.to')}
        description={t('leftRoles.toHow')}
        value={chosen}
        onChange={setChosen}
        search={search}
      />
      <Button mt="md" mr="xs" disabled={!to} onClick={() => to && hand(to)}>
        {t('leftRoles.hand')}
      </Button>
      <Button mt="md" variant="default" onClick={rest}>
        {t('leftRoles.lay')}
      </Button>
    </Dialog>
  )
}

/** Members who are here, with the roles they have. */
function useMembers(community: string) {
  const [known] = useState(() => new Map<string, Successor>())
  const search = async (words: string, signal: AbortSignal): Promise<Choice[]> => {
    const { items } = await api('GET /communities/{community}/members', {
      params: { community },
      query: { words, limit: 12 },
      signal,
    })
    const here = items.filter(({ gone }) => !gone)
    for (const member of here) known.set(member.id, { ...choiceOf(member), roles: member.roles })
    return here.map(choiceOf)
  }
  return { search, found: (id: string | undefined) => (id === undefined ? undefined : known.get(id)) }
}

/** Sets the roles of some members, one after the other. */
function useRoles(community: string) {
  const client = useQueryClient()
  return async (...lines: [person: string, roles: Role[]][]) => {
    for (const [person, roles] of lines)
      await api('PUT /communities/{community}/members/{person}/roles', {
        params: { community, person },
        body: { roles },
      })
    await refresh(
      client,
      'GET /communities/{community}/members',
      'GET /communities/{community}',
      'GET /communities/{community}/home',
      'GET /home',
    )
  }
}
