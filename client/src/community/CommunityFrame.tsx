import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { api, refresh } from '#app/api.ts'
import { useMe } from '#app/me.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { CommunityTag, Go, Page, PersonChip, toast } from '#ui/index.ts'
import styles from './community.module.css'
import { MembershipActs } from './MembershipActs.tsx'
import { Places } from './Places.tsx'
import type { CommunityHead } from './use-community.ts'

interface FrameProps {
  community: CommunityHead
  side?: ReactNode
  children: ReactNode
}

/** What all pages of a community have on top: what it is about, where it stands, joining, and its places. */
export function CommunityFrame({ community, side, children }: FrameProps) {
  const t = useWords('community')
  return (
    <Page
      title={community.name}
      above={
        <>
          <CommunityTag {...community} />
          <span>{community.closed ? t('closed.mark') : t(`stage.${community.stage}`)}</span>
          <span>
            {t('people', { count: community.people })}
            {community.units !== null && ` ${t('inUnits', { count: community.units })}`}
          </span>
          {community.visibility !== 'open' && <span>{t(`visibility.${community.visibility}`)}</span>}
          {community.parent && (
            <span>
              {t('partOf')} <Go to={paths.community(community.parent.slug)}>{community.parent.name}</Go>
            </span>
          )}
        </>
      }
      lead={community.domain}
      actions={
        <>
          {community.may.ask && (
            <Button
              component={Go}
              to={paths.ask({ community: community.id })}
              className="screen-only"
              variant={community.member ? 'filled' : 'default'}
            >
              {t('ask')}
            </Button>
          )}
          <MembershipActs community={community} />
        </>
      }
      side={side}
    >
      {community.refused !== null && (
        <p className={styles.soft}>
          {community.refused ? t('request.refusedBecause', { reason: community.refused }) : t('request.refusedYou')}
        </p>
      )}
      <Facilitators community={community} />
      <Places community={community} />
      {children}
    </Page>
  )
}

function Facilitators({ community }: { community: CommunityHead }) {
  const t = useWords('community')
  if (community.needsFacilitator) return <NeedsFacilitator community={community} />
  if (community.facilitators.length === 0) return null
  return (
    <p className={styles.facilitators}>
      <span>{t('facilitators', { count: community.facilitators.length })}</span>
      {community.facilitators.map((person) => (
        <PersonChip
          key={person.id}
          name={person.name}
          photo={person.photo}
          gone={person.gone}
          to={paths.person(person.id)}
        />
      ))}
      {community.facilitators.length === 1 && community.may.edit && (
        <span className={styles.soft}>
          {t('twoFacilitators')} <Go to={paths.members(community.slug)}>{t('findSecond')}</Go>
        </span>
      )}
    </p>
  )
}

/** Nobody is appointed: any member may take it up. */
function NeedsFacilitator({ community }: { community: CommunityHead }) {
  const t = useWords('community')
  const client = useQueryClient()
  const { data: me } = useMe()
  const takeUp = async () => {
    try {
      await api('PUT /communities/{community}/members/{person}/roles', {
        params: { community: community.id, person: me!.id },
        body: { roles: [...community.myRoles, 'facilitator'] },
      })
      toast(t('takenUp', { name: community.name }))
    } catch (error) {
      toast((error as Error).message)
    }
    await refresh(
      client,
      'GET /communities/{community}',
      'GET /communities/{community}/home',
      'GET /communities/{community}/members',
      'GET /home',
    )
  }
  return (
    <p className={styles.facilitators}>
      <span className={styles.needs}>{t('needsFacilitator')}</span>
      {me && community.may.takeUp && (
        <Button variant="default" size="compact-sm" onClick={() => void takeUp()}>
          {t('takeUp')}
        </Button>
      )}
    </p>
  )
}
