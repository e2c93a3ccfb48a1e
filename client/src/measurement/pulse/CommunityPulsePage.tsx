import { useSuspenseQuery } from '@tanstack/react-query'
import { query } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { CommunityFrame } from '#community/CommunityFrame.tsx'
import { useCommunity } from '#community/use-community.ts'
import { Section } from '#ui/index.ts'
import styles from '../measurement.module.css'
import { Choice } from './Choice.tsx'
import { OpenWave } from './OpenWave.tsx'
import { Rhythm } from './Rhythm.tsx'
import { Waves } from './Waves.tsx'

/** The pulses of one community, for its members. */
export function CommunityPulsePage({ params }: { params: { community: string } }) {
  const t = useWords('measurement')
  const community = useCommunity(params.community)
  const { data } = useSuspenseQuery(query('GET /communities/{community}/pulse', { params }))
  return (
    <CommunityFrame community={community}>
      <p className={styles.lead}>{t('pulse.communityLead')}</p>
      <Choice joined={data.joined} />
      <div data-colour={community.colour} className={styles.groups}>
        <Section
          title={t('pulse.waves')}
          action={data.may.open && <OpenWave community={params.community} next={data.next} themes={data.themes} />}
        >
          <Waves waves={data.waves} themes={data.themes} mayClose={data.may.close} from={data.from} />
          <Rhythm community={params.community} rhythm={data.rhythm} may={data.may.setRhythm} />
        </Section>
      </div>
    </CommunityFrame>
  )
}
