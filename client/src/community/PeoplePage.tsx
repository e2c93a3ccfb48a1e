import { Button } from '@mantine/core'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Answer, api, query, refresh } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { type Column, DataTable, Pager, PersonChip, Section, toast, useAddress } from '#ui/index.ts'
import { CommunityFrame } from './CommunityFrame.tsx'
import styles from './community.module.css'
import { InviteDialog } from './InviteDialog.tsx'
import { InvitedSection } from './InvitedSection.tsx'
import { RolesDialog } from './RolesDialog.tsx'
import { type Community, useCommunity } from './use-community.ts'

type Member = Answer<'GET /communities/{community}/members'>['items'][number]

/** The people of a community by name, in no order of merit. */
export function PeoplePage({ params }: { params: { community: string } }) {
  const t = useWords('community')
  const community = useCommunity(params.community)
  const [inviting, setInviting] = useState(false)
  return (
    <CommunityFrame community={community}>
      {community.may.edit && community.visibility === 'by_request' && <Requests community={community} />}
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
  const [changing, setChanging] = useState<Member>()
  const { data } = useSuspenseQuery(
    query('GET /communities/{community}/members', { params: { community: community.id }, query: { after, limit: 50 } }),
  )
  const columns: Column<Member>[] = [
    {
      id: 'name',
      head: t('peoplePage.name'),
      cell: (member) => (
        <PersonChip name={member.name} note={member.title} gone={member.gone} to={paths.person(member.id)} />
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
  if (community.may.edit) {
    columns.push({
      id: 'change',
      head: t('peoplePage.change'),
      cell: (member) => (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => setChanging(member)}
          aria-label={t('peoplePage.changeRolesOf', { name: member.name })}
        >
          {t('peoplePage.changeRoles')}
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

function Requests({ community }: { community: Community }) {
  const t = useWords('community')
  const client = useQueryClient()
  const { data } = useSuspenseQuery(
    query('GET /communities/{community}/requests', { params: { community: community.id } }),
  )
  if (data.items.length === 0) return null

  const decide = async (request: string, accepted: boolean) => {
    try {
      await api('PUT /communities/{community}/requests/{request}/decision', {
        params: { community: community.id, request },
        body: { accepted },
      })
      toast(t(accepted ? 'request.accepted' : 'request.refused'))
    } catch (error) {
      toast((error as Error).message)
    }
    await refresh(
      client,
      'GET /communities/{community}/requests',
      'GET /communities/{community}/members',
      'GET /communities/{community}',
      'GET /communities/{community}/home',
    )
  }
  return (
    <Section title={t('request.waiting')} count={data.items.length}>
      <ul className={styles.lines}>
        {data.items.map(({ id, person, message }) => (
          <li key={id} className={styles.invitation}>
            <div>
              <PersonChip name={person.name} note={person.title} to={paths.person(person.id)} />
              {message && <p>{message}</p>}
            </div>
            <div className={styles.acts}>
              <Button onClick={() => void decide(id, true)}>{t('request.accept')}</Button>
              <Button variant="default" onClick={() => void decide(id, false)}>
                {t('request.refuse')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
