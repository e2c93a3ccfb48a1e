import { useSuspenseQuery } from '@tanstack/react-query'
import { query } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { EmptyState, Page, Section } from '#ui/index.ts'
import styles from '../learning.module.css'
import { Places } from '../Places.tsx'
import type { Pair } from '../types.ts'
import { OwnPart } from './OwnPart.tsx'
import { PairLine } from './PairLine.tsx'

/** Whether it asks something of me, or goes on. */
const isOpen = ({ state, may, help }: Pair) => state === 'agreed' || state === 'proposed' || (may.tell && help === null)

/** My pairs and how I take part in rounds: nobody else sees this page. */
export function PairsPage() {
  const t = useWords('learning')
  const { data } = useSuspenseQuery(query('GET /learning/pairs'))
  const open = data.pairs.filter(isOpen)
  const past = data.pairs.filter((pair) => !isOpen(pair))
  return (
    <Page title={t('pairs.title')} lead={t('pairs.lead')}>
      <Places />
      <Section title={t('pairs.yours')} count={open.length || undefined}>
        {open.length === 0 ? (
          <EmptyState title={t('pairs.none')}>{t(data.choice ? 'pairs.noneHow' : 'pairs.noneYet')}</EmptyState>
        ) : (
          <Lines pairs={open} />
        )}
        {past.length > 0 && (
          <details>
            <summary className={styles.soft}>{t('pairs.past', { count: past.length })}</summary>
            <Lines pairs={past} />
          </details>
        )}
      </Section>
      {data.may.takePart && <OwnPart pairing={data} />}
      <Section title={t('pairs.rules')}>
        <ul className={styles.rules}>
          {(['asked', 'no', 'once', 'end', 'few'] as const).map((rule) => (
            <li key={rule}>{t(`pairs.rule.${rule}`)}</li>
          ))}
        </ul>
      </Section>
    </Page>
  )
}

const Lines = ({ pairs }: { pairs: Pair[] }) => (
  <ul className={styles.lines}>
    {pairs.map((pair) => (
      <PairLine key={pair.id} pair={pair} />
    ))}
  </ul>
)
