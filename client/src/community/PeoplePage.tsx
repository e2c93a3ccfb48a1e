import { Button } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '#app/api.ts'
import { useMe } from '#app/me.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { type Column, DataTable, Pager, PersonChip, Section, useAddress } from '#ui/index.ts'
import { CommunityFrame } from './CommunityFrame.tsx'
import { InviteDialog } from './InviteDialog.tsx'
import { InvitedSection } from './InvitedSection.tsx'
import { LeftRoles } from './LeftRoles.tsx'
import { RequestsSection } from './RequestsSection.tsx'
import { RolesDialog } from './RolesDialog.tsx'
import { type Community, type Member, useCommunity } from './use-community.ts'

/** The people of a community by name, in no order of merit. */
export function PeoplePage({ params }: { params: { community: string } }) {
  const t = useWords('community')
  const community = useCommunity(params.community)
  const [inviting, setInviting] = useState(false)
  return (
    <CommunityFrame community={community}>
      <LeftRoles community={community} />
      {community.may.edit && community.visibility === 'by_request' && <RequestsSection community={community} />}
      <Section
        title={t('peoplePage.title')}
        action={community.may.invite && <Button onClick={() => setInviting(true)}>{t('invite.action')}</Button>}
      >
        <Members community={community} />
      </Section>
      {community.may.edit && <InvitedSection community={community} />}
      {inviting && <InviteDialog community={community} onClose={() => setInviting(false)} />}
    </CommunityFrame>
  )
}

function Members({ community }: { community: Community }) {
  const t = useWords('community')
  const when = useWhen()
  const [{ after }] = useAddress()
  const { data: me } = useMe()
  const [changing, setChanging] = useState<Member>()
  const { data } = useSuspenseQuery(
    query('GET /communities/{community}/members', { params: { community: community.id }, query: { after, limit: 50 } }),
  )
  const columns: Column<Member>[] = [
    {
      id: 'name',
      head: t('peoplePage.name'),
      cell: (member) => (
        <PersonChip
          name={member.name}
          photo={member.photo}
          note={member.title}
          gone={member.gone}
          to={paths.person(member.id)}
        />
      ),
    },
    { id: 'unit', head: t('peoplePage.unit'), cell: (member) => member.unit ?? '' },
    {
      id: 'roles',
      head: t('peoplePage.roles'),
      cell: (member) => member.roles.map((role) => t(`role.${role}`)).join(', '),
    },
    { id: 'since', head: t('peoplePage.since'), cell: (member) => when.day(member.since) },
  ]
  const { edit } = community.may
  const laysDown = (member: Member) => member.id === me?.id && member.roles.length > 0
  if (edit || data.items.some(laysDown)) {
    columns.push({
      id: 'change',
      head: t('peoplePage.change'),
      cell: (member) =>
        (edit || laysDown(member)) && (
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => setChanging(member)}
            aria-label={edit ? t('peoplePage.changeRolesOf', { name: member.name }) : undefined}
          >
            {t(edit ? 'peoplePage.changeRoles' : 'peoplePage.layDown')}
          </Button>
        ),
    })
  }
  return (
    <>
      <DataTable caption={t('peoplePage.title')} columns={columns} rows={data.items} rowKey={({ id }) => id} />
      <Pager next={data.next} />
      {changing && <RolesDialog community={community} member={changing} onClose={() => setChanging(undefined)} />}
    </>
  )
}
