import { Button } from '@mantine/core'
import { Suspense } from 'react'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { CommunityFrame } from '#community/CommunityFrame.tsx'
import { useCommunity } from '#community/use-community.ts'
import { Go, ListSkeleton, Section } from '#ui/index.ts'
import { Filters } from './Filters.tsx'
import { Repertoire } from './Repertoire.tsx'

/** The repertoire of one community. */
export function CommunityPracticesPage({ params }: { params: { community: string } }) {
  const t = useWords('practice')
  const community = useCommunity(params.community)
  return (
    <CommunityFrame community={community}>
      <Section
        title={t('list.repertoire')}
        action={
          community.member &&
          !community.closed && (
            <Button component={Go} to={paths.newPractice({ community: community.id })} variant="default">
              {t('write.action')}
            </Button>
          )
        }
      >
        <Filters community={community.id} />
        <Suspense fallback={<ListSkeleton />}>
          <Repertoire community={community.id} />
        </Suspense>
      </Section>
    </CommunityFrame>
  )
}
