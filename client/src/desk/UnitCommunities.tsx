import { useSuspenseQuery } from '@tanstack/react-query'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { CommunityTag, EmptyState, Go, Section } from '#ui/index.ts'
import styles from './desk.module.css'

/** The communities that the people of a unit are in. */
export function UnitCommunities({ unit }: { unit: { id: string } }) {
  const t = useWords('desk')
  const { data } = useSuspenseQuery(query('GET /units/{unit}/communities', { params: { unit: unit.id } }))
  if (data.items.length === 0)
    return (
      <Section title={t('unit.communities')}>
        <EmptyState title={t('unit.noCommunities')}>
          {t('unit.noCommunitiesHow')} <Go to={paths.communities()}>{t('unit.toCommunities')}</Go>
        </EmptyState>
      </Section>
    )
  return (
    <Section title={t('unit.communities')}>
      <ul className={styles.lines}>
        {data.items.map(({ people, ...community }) => (
          <li key={community.id}>
            <CommunityTag {...community} /> <Go to={paths.community(community.slug)}>{community.name}</Go>{' '}
            <span className={styles.soft}>{t('unit.people', { count: people })}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
