import { useSuspenseQuery } from '@tanstack/react-query'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { EmptyState, Go, Page, Section } from '#ui/index.ts'
import { Choice } from './Choice.tsx'
import { OpenWave } from './OpenWave.tsx'
import { Rhythm } from './Rhythm.tsx'
import { Waves } from './Waves.tsx'

/** Short surveys: whether I take part, what waits for my answer, and how the whole organization is. */
export function PulsePage() {
  const t = useWords('measurement')
  const { data } = useSuspenseQuery(query('GET /pulse'))
  const waiting = data.open.filter(({ mine }) => mine === 'waiting')
  return (
    <Page
      title={t('pulse.title')}
      lead={t('pulse.lead')}
      above={<Go to={paths.indicators()}>{t('title')}</Go>}
      actions={data.may.open && <OpenWave next={data.next} themes={data.themes} />}
    >
      <Choice joined={data.joined} />
      {data.joined && (
        <Section title={t('pulse.waiting')} count={waiting.length || undefined}>
          {waiting.length === 0 ? (
            <EmptyState title={t('pulse.nothingWaits')}>{t('pulse.nothingWaitsHow')}</EmptyState>
          ) : (
            <Waves waves={waiting} />
          )}
        </Section>
      )}
      <Section title={t('pulse.whole')}>
        <Waves waves={data.waves} themes={data.themes} mayClose={data.may.close} from={data.from} />
        <Rhythm rhythm={data.rhythm} may={data.may.setRhythm} />
      </Section>
    </Page>
  )
}
