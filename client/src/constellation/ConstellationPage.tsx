import { SegmentedControl } from '@mantine/core'
import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { AddressTabs, EmptyState, Go, ListSkeleton, Page, useAddress, useTab } from '#ui/index.ts'
import { BandCard } from './BandCard.tsx'
import { BandTable } from './BandTable.tsx'
import styles from './constellation.module.css'
import { DaySlider } from './DaySlider.tsx'
import { ExportMenu } from './ExportMenu.tsx'
import { Legend } from './Legend.tsx'
import { PieceNumbers } from './Numbers.tsx'
import { Picture, type Shown } from './Picture.tsx'
import { UnitPages } from './UnitPages.tsx'
import { Way } from './Way.tsx'

const Flow = lazy(async () => ({ default: (await import('./Flow.tsx')).Flow }))
const OverlapView = lazy(async () => ({ default: (await import('./OverlapView.tsx')).OverlapView }))
const TiesView = lazy(async () => ({ default: (await import('./TiesView.tsx')).TiesView }))

const views = ['picture', 'table', 'flow', 'overlap', 'ties'] as const
const shownWays = ['formal', 'both', 'informal'] as const

/** The chart and the communities through it, in one picture and as a table. */
export function ConstellationPage() {
  const t = useWords('constellation')
  const [{ within, at, group, deep, skip, take, show, found }, change] = useAddress()
  const tabs = views.map((id) => ({ id, word: t(id) }))
  const view = useTab(tabs)
  const onDay = view !== 'overlap' && view !== 'ties'
  const asked = query('GET /constellation', {
    query: {
      within,
      at,
      group,
      deep: deep ? Number(deep) : undefined,
      skip: skip ? Number(skip) : undefined,
      take: take ? Number(take) : undefined,
      found: found && 'true',
    },
  })
  const first = useSuspenseQuery(query('GET /constellation', { query: {} })).data
  // What is shown stays until the next is there, so that dragging the day is one movement.
  const { data = first } = useQuery({ ...asked, placeholderData: keepPreviousData })
  const isFound = data.kind === 'found'
  const [chosen, choose] = useState<string>()
  const shown: Shown = shownWays.find((way) => way === show) ?? 'both'
  const band = data.bands.find(({ id }) => id === chosen)

  return (
    <Page title={t('title')} lead={t('lead')} actions={<ExportMenu constellation={data} drawn={view !== 'table'} />}>
      <AddressTabs tabs={tabs} label={t('views')} />
      <div className={styles.tools}>
        {view === 'picture' && (
          <SegmentedControl
            aria-label={t('show')}
            value={shown}
            onChange={(value) => change({ show: value === 'both' ? undefined : value }, { replace: true })}
            data={shownWays.map((value) => ({ value, label: t(value) }))}
          />
        )}
        {onDay && (
          <SegmentedControl
            aria-label={t('which')}
            value={found ? 'found' : 'known'}
            onChange={(value) =>
              change(
                { found: value === 'found' ? 'true' : undefined, group: undefined, deep: undefined, at: undefined },
                { replace: true },
              )
            }
            data={[
              { value: 'known', label: t('known') },
              { value: 'found', label: t('found') },
            ]}
          />
        )}
        {onDay && !found && (
          <DaySlider since={data.since} at={data.at} onDay={(day) => change({ at: day }, { replace: true })} />
        )}
      </div>
      {view !== 'ties' && <Way constellation={data} />}
      <Suspense fallback={<ListSkeleton />}>
        {view === 'ties' ? (
          <TiesView />
        ) : data.units.length === 0 ? (
          <EmptyState title={t('noChart')} action={<Go to={paths.importOrganization()}>{t('noChartDo')}</Go>}>
            {t('noChartHow')}
          </EmptyState>
        ) : view === 'overlap' ? (
          <OverlapView />
        ) : data.bands.length === 0 && view !== 'picture' ? null : view === 'table' ? (
          <BandTable constellation={data} />
        ) : view === 'flow' ? (
          <Flow constellation={data} />
        ) : (
          <div>
            <Picture constellation={data} shown={shown} chosen={chosen} onChoose={choose} />
            {band && <BandCard constellation={data} band={band} onClose={() => choose(undefined)} />}
          </div>
        )}
      </Suspense>
      {(view === 'table' || view === 'flow') && data.bands.length > 0 && <PieceNumbers constellation={data} />}
      {onDay && <UnitPages constellation={data} drawn={view === 'picture'} />}
      {onDay && data.bands.length === 0 && data.units.length > 0 && (
        <EmptyState title={t(isFound ? 'noneFound' : 'none')}>{t(isFound ? 'noneFoundHow' : 'noneHow')}</EmptyState>
      )}
      {isFound && <p className={styles.soft}>{t('foundHow')}</p>}
      {view === 'picture' && <Legend bands={data.bands} chosen={chosen} onChoose={choose} />}
      <nav className={styles.onward} aria-label={t('onward')}>
        <Go to={paths.foundCommunities()}>{t('toFound')}</Go>
        <Go to={paths.you()}>{t('toYou')}</Go>
        {data.may.reorganizations && <Go to={paths.reorganizations()}>{t('toReorganizations')}</Go>}
      </nav>
      <details className={styles.about}>
        <summary>{t('about')}</summary>
        <p>{t('threads')}</p>
        <p>{t('aboutHow')}</p>
      </details>
    </Page>
  )
}
