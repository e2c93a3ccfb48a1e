import { useSuspenseQuery } from '@tanstack/react-query'
import { query } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { CommunityFrame } from '#community/CommunityFrame.tsx'
import { useCommunity } from '#community/use-community.ts'
import { Groups } from './Groups.tsx'
import { Mine } from './Mine.tsx'
import styles from './measurement.module.css'

/** A community in figures, for its members. */
export function CommunityIndicatorsPage({ params }: { params: { community: string } }) {
  const t = useWords('measurement')
  const community = useCommunity(params.community)
  const { data } = useSuspenseQuery(query('GET /communities/{community}/indicators', { params }))
  return (
    <CommunityFrame community={community}>
      <p className={styles.lead}>{t('communityLead')}</p>
      <Mine mine={data.mine} slug={community.slug} />
      <div data-colour={community.colour} className={styles.groups}>
        <Groups groups={data.groups} name={`indicators-${community.slug}`} community={community.slug} />
      </div>
    </CommunityFrame>
  )
}
