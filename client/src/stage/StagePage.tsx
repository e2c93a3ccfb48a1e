import { useSuspenseQuery } from '@tanstack/react-query'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { CommunityFrame } from '#community/CommunityFrame.tsx'
import { useCommunity } from '#community/use-community.ts'
import { Go, Section } from '#ui/index.ts'
import { Decisions } from './Decisions.tsx'
import { FormSection } from './FormSection.tsx'
import type { Life } from './life.ts'
import { Moves } from './Moves.tsx'
import { Proposal } from './Proposal.tsx'
import { Stages } from './Stages.tsx'
import styles from './stage.module.css'

/** Where a community stands: the evidence, what it proposes, what its people decided, and what fits now. */
export function StagePage({ params }: { params: { community: string } }) {
  const t = useWords('stage')
  const word = useWords('community')
  const when = useWhen()
  const community = useCommunity(params.community)
  const { data: life } = useSuspenseQuery(query('GET /communities/{community}/stage', { params }))
  return (
    <CommunityFrame community={community}>
      <Section title={t('here.title')}>
        <Way life={life} />
        <p className={styles.lead}>{word(`stageHow.${life.stage}`)}</p>
        <p className={styles.soft}>
          {life.since && t('here.since', { on: when.day(life.since) })} {t('here.how')}
        </p>
        <Proposal life={life} />
      </Section>
      <Moves stage={life.stage} slug={community.slug} closed={community.closed} may={life.may} />
      <Section title={t('signs.title')}>
        <p className={styles.soft}>{t('signs.how')}</p>
        <div data-colour={community.colour} className={styles.stages}>
          <Stages life={life} />
        </div>
      </Section>
      <FormSection life={life} />
      <Decisions life={life} />
      <p>
        <Go to={paths.communityMaturity(community.slug)}>{t('maturity')}</Go>
      </p>
    </CommunityFrame>
  )
}

/** The five stages in their order, with the one where it stands. */
function Way({ life }: { life: Life }) {
  const word = useWords('community')
  const t = useWords('stage')
  return (
    <ol className={styles.way} aria-label={t('here.way')}>
      {life.stages.map(({ stage }) => (
        <li key={stage} aria-current={stage === life.stage ? 'step' : undefined}>
          {word(`stage.${stage}`)}
        </li>
      ))}
    </ol>
  )
}
