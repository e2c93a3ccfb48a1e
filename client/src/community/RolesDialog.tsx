import { Button, Checkbox } from '@mantine/core'
import type { Role } from '@mortar/contract/community'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, refresh } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { Dialog, toast } from '#ui/index.ts'
import { roles } from './stages.ts'
import type { Community } from './use-community.ts'

interface RolesProps {
  community: Community
  member: { id: string; name: string; roles: Role[] }
  onClose: () => void
}

/** A facilitator gives and takes roles; anybody else may lay down those they have. */
export function RolesDialog({ community, member, onClose }: RolesProps) {
  const t = useWords('community')
  const client = useQueryClient()
  const [chosen, setChosen] = useState<string[]>(member.roles)
  const { edit } = community.may
  const offered = edit ? roles : roles.filter((role) => member.roles.includes(role))
  const save = async () => {
    try {
      await api('PUT /communities/{community}/members/{person}/roles', {
        params: { community: community.id, person: member.id },
        body: { roles: roles.filter((role) => chosen.includes(role)) },
      })
      await refresh(
        client,
        'GET /communities/{community}/members',
        'GET /communities/{community}',
        'GET /communities/{community}/home',
      )
      toast(t('roles.saved', { name: member.name }))
      onClose()
    } catch (error) {
      toast((error as Error).message)
    }
  }
  return (
    <Dialog title={t('roles.title', { name: member.name })} onClose={onClose}>
      <Checkbox.Group
        value={chosen}
        onChange={setChosen}
        label={t('peoplePage.roles')}
        description={t(edit ? 'roles.how' : 'roles.layDownHow')}
      >
        {offered.map((role) => (
          <Checkbox key={role} value={role} label={t(`role.${role}`)} description={t(`roleHow.${role}`)} mt="xs" />
        ))}
      </Checkbox.Group>
      <Button mt="md" onClick={() => void save()}>
        {t('save')}
      </Button>
    </Dialog>
  )
}
