import { Button } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { ReportLines } from '#measurement/report/Reports.tsx'
import { ResourceTable } from '#measurement/report/ResourceTable.tsx'
import { Lines as StoryLines } from '#measurement/value/Lines.tsx'
import { Lines } from '#sensing/escalation/Lines.tsx'
import { CommunityTag, EmptyState, Go, Mark, Page, Section } from '#ui/index.ts'
import styles from './desk.module.css'

/** What a sponsor has to do with: decisions first, then what was given, told and reported; nothing about individuals. */
export function SponsorPage() {
  const t = useWords('desk')
  const stage = useWords('community')
  const { data } = useSuspenseQuery(query('GET /sponsor'))
  const { communities, asked, overdue, resources, stories, reports } = data
  if (communities.length === 0)
    return (
      <Page title={t('sponsor.title')}>
        <EmptyState
          title={t('sponsor.notSponsor')}
          action={
            <Button component={Go} to={paths.communities()} variant="default">
              {t('sponsor.communities')}
            </Button>
          }
        >
          {t('sponsor.notSponsorHow')}
        </EmptyState>
      </Page>
    )
  return (
    <Page title={t('sponsor.title')} lead={t('sponsor.lead')}>
      <Section title={t('sponsor.asked')} count={asked.length || undefined}>
        {asked.length === 0 ? (
          <EmptyState title={t('sponsor.askedNone')}>{t('sponsor.askedNoneHow')}</EmptyState>
        ) : (
          <Lines items={asked} />
        )}
      </Section>
      {overdue.length > 0 && (
        <Section title={t('sponsor.overdue')} count={overdue.length}>
          <p className={styles.soft}>{t('sponsor.overdueHow')}</p>
          <Lines items={overdue} />
        </Section>
      )}
      <Section title={t('sponsor.mine')} count={communities.length}>
        <ul className={styles.lines}>
          {communities.map((community) => (
            <li key={community.id}>
              <CommunityTag {...community} long to={paths.communityValue(community.slug)} />
              <p className={styles.facts}>
                <Mark kind={community.closed ? 'quiet' : 'note'}>
                  {community.closed ? t('sponsor.closed') : stage(`stage.${community.stage}`)}
                </Mark>
              </p>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('sponsor.given')}>
        {resources.length === 0 ? (
          <EmptyState title={t('sponsor.givenNone')}>{t('sponsor.givenNoneHow')}</EmptyState>
        ) : (
          <ResourceTable resources={resources} withCommunity />
        )}
      </Section>
      <Section title={t('sponsor.stories')}>
        {stories.length === 0 ? (
          <EmptyState title={t('sponsor.storiesNone')}>{t('sponsor.storiesNoneHow')}</EmptyState>
        ) : (
          <StoryLines stories={stories} withCommunity />
        )}
      </Section>
      <Section title={t('sponsor.reports')}>
        {reports.length === 0 ? (
          <EmptyState title={t('sponsor.reportsNone')}>{t('sponsor.reportsNoneHow')}</EmptyState>
        ) : (
          <ReportLines reports={reports} withCommunity />
        )}
      </Section>
    </Page>
  )
}
