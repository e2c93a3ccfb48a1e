import { useSuspenseQuery } from '@tanstack/react-query'
import { api, query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { CommunityFrame } from '#community/CommunityFrame.tsx'
import { useCommunity } from '#community/use-community.ts'
import { Go } from '#ui/index.ts'
import { Maturity } from './Maturity.tsx'
import styles from './maturity.module.css'

/** How mature a community is: what its facilitators answered together, beside the evidence. */
export function CommunityMaturityPage({ params }: { params: { community: string } }) {
  const t = useWords('maturity')
  const community = useCommunity(params.community)
  const { data } = useSuspenseQuery(query('GET /communities/{community}/maturity', { params }))
  const own = { community: community.id }
  return (
    <CommunityFrame community={community}>
      <p className={styles.lead}>
        {t('communityLead')} <Go to={paths.communityStage(community.slug)}>{t('toStage')}</Go>
      </p>
      <Maturity
        page={data}
        slug={community.slug}
        acts={{
          begin: () => api('POST /communities/{community}/maturity', { params: own }),
          answer: (question, body) =>
            api('PUT /communities/{community}/maturity/answers/{question}', { params: { ...own, question }, body }),
          end: () => api('PUT /communities/{community}/maturity/end', { params: own }),
        }}
      />
    </CommunityFrame>
  )
}
