import { Button, MultiSelect } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { EmptyState, Go, ListSkeleton, Page, Section, useAddress, useShownAddress } from '#ui/index.ts'
import { Places } from '../Places.tsx'
import { Cut } from '../plan/RulesForm.tsx'
import { Bars } from './Bars.tsx'
import { Circles } from './Circles.tsx'
import styles from './overlap.module.css'
import { Regions } from './Regions.tsx'
import type { Overlap } from './types.ts'

const most = 6

/** How communities and topics overlap in people: for whom something is planned, and who lacks what. */
export function OverlapPage() {
  const t = useWords('learning')
  return (
    <Page title={t('overlap.title')} lead={t('overlap.lead')}>
      <Places />
      <Suspense fallback={<ListSkeleton />}>
        <Chosen />
      </Suspense>
    </Page>
  )
}

function Chosen() {
  const t = useWords('learning')
  const [, setAddress] = useAddress()
  const { sets, cut } = useShownAddress()
  const { data: overlap } = useSuspenseQuery(
    query('GET /learning/overlap', { query: { sets, ...(cut !== undefined && { cut: Number(cut) }) } }),
  )
  return (
    <>
      <div className={styles.choice}>
        <MultiSelect
          label={t('overlap.choose')}
          description={t('overlap.chooseHow', { most })}
          data={grouped(overlap, t('overlap.communities'), t('overlap.topics'))}
          value={overlap.sets.map(({ key }) => key)}
          onChange={(keys) => setAddress({ sets: keys.join() || undefined }, { replace: true })}
          maxValues={most}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('overlap.clear') }}
          comboboxProps={{ withinPortal: false }}
        />
        {overlap.cuts.length > 1 && (
          <Cut
            cuts={overlap.cuts}
            value={overlap.cut}
            onChange={(depth) => setAddress({ cut: String(depth) }, { replace: true })}
          />
        )}
      </div>
      {overlap.sets.length === 0 ? (
        <EmptyState
          title={t(overlap.offered.length === 0 ? 'overlap.none' : 'overlap.choosePlease')}
          action={<Two offered={overlap.offered} onShow={(sets) => setAddress({ sets }, { replace: true })} />}
        >
          {t(overlap.offered.length === 0 ? 'overlap.noneHow' : 'overlap.choosePleaseHow')}
        </EmptyState>
      ) : (
        <Pictures overlap={overlap} />
      )}
    </>
  )
}

/** Two communities to begin with, for whoever comes here without a question. */
function Two({ offered, onShow }: { offered: Overlap['offered']; onShow: (sets: string) => void }) {
  const t = useWords('learning')
  const [one, other] = offered.filter(({ kind }) => kind === 'community')
  if (!one || !other) return null
  return (
    <Button variant="default" onClick={() => onShow(`${one.key},${other.key}`)}>
      {t('overlap.showTwo', { one: one.name, other: other.name })}
    </Button>
  )
}

const grouped = ({ offered }: Overlap, communities: string, topics: string) => [
  { group: communities, items: optionsOf(offered, 'community') },
  { group: topics, items: optionsOf(offered, 'topic') },
]

const optionsOf = (offered: Overlap['offered'], wanted: 'community' | 'topic') =>
  offered
    .filter(({ kind }) => kind === wanted)
    .map(({ key, name, community }) => ({
      value: key,
      label: wanted === 'topic' && community ? `${name} · ${community.short}` : name,
    }))

function Pictures({ overlap }: { overlap: Overlap }) {
  const t = useWords('learning')
  const { sets, regions, plan } = overlap
  return (
    <>
      {(sets.length === 2 || sets.length === 3) && (
        <Section title={t('overlap.circles')}>
          <Circles overlap={overlap} />
        </Section>
      )}
      <Section title={t('overlap.bars')}>
        <Bars overlap={overlap} />
        {regions.some(({ people }) => people === null) && <p className={styles.soft}>{t('overlap.hatched')}</p>}
      </Section>
      <Section title={t('overlap.regions')}>
        <p className={styles.soft}>
          {plan ? (
            <>
              {t('overlap.byPlan')} <Go to={paths.plan(plan.id)}>{plan.name}</Go>
            </>
          ) : (
            t('overlap.noPlan')
          )}
        </p>
        <Regions overlap={overlap} />
      </Section>
    </>
  )
}
