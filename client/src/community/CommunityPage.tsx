import { useSuspenseQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from '#app/api.ts'
import { Following } from '#attention/Following.tsx'
import { useLive } from '#app/live.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import styles from './community.module.css'
import { CommunityFrame } from './CommunityFrame.tsx'
import { Alive, Repertoire } from './HomeSections.tsx'
import { Serves } from '#sensing/imperative/Serves.tsx'
import { LeftRoles } from './LeftRoles.tsx'
import { SinceLastVisit } from './SinceLastVisit.tsx'
import { Participation } from './Participation.tsx'
import { Topics } from './Topics.tsx'
import { type CommunityHome, homeQuery } from './use-community.ts'
import { CommunityTag, EmptyState, Go, Markdown, Section } from '#ui/index.ts'

/** The home of a community: unanswered first, then what it shares, and who they are. */
export function CommunityPage({ params }: { params: { community: string } }) {
  const t = useWords('community')
  const asked = homeQuery(params.community)
  const { data: home } = useSuspenseQuery(asked)
  const { community, inside } = home
  useLive(`community:${community.id}`, [asked])
  useVisit(community.id, community.member)
  return (
    <CommunityFrame community={community} side={<Side home={home} />}>
      {community.ending && (
        <Section title={t('closed.title')}>
          <Markdown html={community.ending.note.html} />
        </Section>
      )}
      {inside ? (
        <>
          <LeftRoles community={community} />
          {community.member && <SinceLastVisit community={community.id} />}
          <Alive community={community} {...inside} />
          <Repertoire community={community} practices={inside.repertoire} />
        </>
      ) : (
        <EmptyState title={t('inside.title')}>{t('inside.how')}</EmptyState>
      )}
    </CommunityFrame>
  )
}

function Side({ home: { community, following, participation, topics } }: { home: CommunityHome }) {
  const t = useWords('community')
  return (
    <>
      <Following kind="community" id={community.id} known={following} />
      <Participation {...participation} />
      <Serves of={{ community: community.id }} />
      {community.children.length > 0 && (
        <Section small title={t('within')}>
          <ul className={styles.short}>
            {community.children.map((child) => (
              <li key={child.id}>
                <CommunityTag {...child} /> <Go to={paths.community(child.slug)}>{child.name}</Go>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {topics.length > 0 && (
        <Section small title={t('topics.title')}>
          <Topics topics={topics} />
        </Section>
      )}
    </>
  )
}

/** Remembers the visit for the member alone. */
function useVisit(community: string, member: boolean) {
  useEffect(() => {
    if (member) void api('PUT /communities/{community}/visit', { params: { community } }).catch(() => undefined)
  }, [community, member])
}
