import { SegmentedControl } from '@mantine/core'
import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { EmptyState, Go, Page, useAddress } from '#ui/index.ts'
import { BandCard } from './BandCard.tsx'
import { BandTable } from './BandTable.tsx'
import styles from './constellation.module.css'
import { DaySlider } from './DaySlider.tsx'
import { ExportMenu } from './ExportMenu.tsx'
import { Legend } from './Legend.tsx'
import { Picture, type Shown } from './Picture.tsx'
import { UnitPages } from './UnitPages.tsx'
import { Way } from './Way.tsx'

const shownWays = ['formal', 'both', 'informal'] as const

/** The chart and the communities through it, in one picture and as a table. */
export function ConstellationPage() {
  const t = useWords('constellation')
  const [{ within, at, group, skip, show, view }, change] = useAddress()
  const asked = query('GET /constellation', { query: { within, at, group, skip: skip ? Number(skip) : undefined } })
  const first = useSuspenseQuery(query('GET /constellation', { query: {} })).data
  // What is shown stays until the next is there, so that dragging the day is one movement.
  const { data = first } = useQuery({ ...asked, placeholderData: keepPreviousData })
  const [chosen, choose] = useState<string>()
  const shown: Shown = shownWays.find((way) => way === show) ?? 'both'
  const band = data.bands.find(({ id }) => id === chosen)

  return (
    <Page title={t('title')} lead={t('lead')} actions={<ExportMenu constellation={data} />}>
      <div className={styles.tools}>
        <SegmentedControl
          aria-label={t('show')}
          value={shown}
          onChange={(value) => change({ show: value === 'both' ? undefined : value }, { replace: true })}
          data={shownWays.map((value) => ({ value, label: t(value) }))}
        />
        <SegmentedControl
          aria-label={t('views')}
          value={view === 'table' ? 'table' : 'picture'}
          onChange={(value) => change({ view: value === 'table' ? 'table' : undefined }, { replace: true })}
          data={(['picture', 'table'] as const).map((value) => ({ value, label: t(value) }))}
        />
        <DaySlider since={data.since} at={data.at} onDay={(day) => change({ at: day }, { replace: true })} />
      </div>
      <Way constellation={data} />
      {data.units.length === 0 ? (
        <EmptyState title={t('noChart')} action={<Go to={paths.importOrganization()}>{t('noChartDo')}</Go>}>
          {t('noChartHow')}
        </EmptyState>
      ) : view === 'table' ? (
        <BandTable constellation={data} />
      ) : (
        <div className={styles.stage}>
          <Picture constellation={data} shown={shown} chosen={chosen} onChoose={choose} />
          {band && <BandCard constellation={data} band={band} onClose={() => choose(undefined)} />}
        </div>
      )}
      <UnitPages constellation={data} />
      {data.bands.length === 0 && data.units.length > 0 && <EmptyState title={t('none')}>{t('noneHow')}</EmptyState>}
      {view !== 'table' && <Legend bands={data.bands} chosen={chosen} onChoose={choose} />}
      <details className={styles.about}>
        <summary>{t('about')}</summary>
        <p>{t('threads')}</p>
        <p>{t('aboutHow')}</p>
      </details>
    </Page>
  )
}
