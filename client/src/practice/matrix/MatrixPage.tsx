import { Select } from '@mantine/core'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { api, query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { EmptyState, Go, ListSkeleton, Page, Picker, useAddress } from '#ui/index.ts'
import { kinds } from '../kinds.ts'
import { AdoptionShape } from '../page/AdoptionShape.tsx'
import styles from '../practice.module.css'
import { Grid } from './Grid.tsx'
import { inOrder } from './order.ts'

const shapes = ['adopted', 'trying', 'declined', 'dropped', 'asked'] as const

/** Who runs what: practices down, units across. */
export function MatrixPage() {
  const t = useWords('practice')
  return (
    <Page title={t('matrix.title')} lead={t('matrix.lead')} above={<Go to={paths.practices()}>{t('list.title')}</Go>}>
      <Filters />
      <ul className={styles.legend}>
        {shapes.map((state) => (
          <li key={state}>
            <AdoptionShape state={state} /> {t(`adoption.${state}`)}
          </li>
        ))}
        <li>{t('matrix.never')}</li>
      </ul>
      <Suspense fallback={<ListSkeleton />}>
        <Matrix />
      </Suspense>
    </Page>
  )
}

function Matrix() {
  const t = useWords('practice')
  const [{ community, kind, under, sort }] = useAddress()
  const { data } = useSuspenseQuery(
    query('GET /practices/matrix', {
      query: { community, under, kind: kinds.find((one) => one === kind) },
    }),
  )
  if (data.practices.length === 0 || data.units.length === 0) {
    return <EmptyState title={t('matrix.none')}>{t('matrix.noneHow')}</EmptyState>
  }
  const practices = inOrder(data, sort)
  return (
    <>
      <Grid key={sort} matrix={{ ...data, practices }} />
      {(data.more.practices || data.more.units) && (
        <p className={styles.soft}>{t(data.more.units ? 'matrix.moreUnits' : 'matrix.morePractices')}</p>
      )}
    </>
  )
}

function Filters() {
  const t = useWords('practice')
  const [{ community, kind, under, sort }, change] = useAddress()
  const { data: communities } = useQuery(query('GET /communities', { query: { limit: 100 } }))
  const { data: unit } = useQuery({
    ...query('GET /units/{unit}', { params: { unit: under ?? '' } }),
    enabled: Boolean(under),
  })
  const units = async (words: string, signal: AbortSignal) =>
    (await api('GET /units', { query: { words }, signal })).items
      .slice(0, 8)
      .map(({ id, name, path }) => ({ id, name, note: path.at(-1)?.name ?? null }))
  return (
    <search className={styles.filters}>
      <Picker
        label={t('matrix.under')}
        placeholder={t('matrix.everyUnit')}
        value={under && unit ? [{ id: under, name: unit.name }] : []}
        max={1}
        search={units}
        onChange={([chosen]) => change({ under: chosen?.id })}
      />
      <Select
        label={t('write.community')}
        placeholder={t('list.any')}
        data={communities?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        value={community ?? null}
        onChange={(value) => change({ community: value ?? undefined })}
        clearable
      />
      <Select
        label={t('list.kind')}
        placeholder={t('list.any')}
        data={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        value={kind ?? null}
        onChange={(value) => change({ kind: value ?? undefined })}
        clearable
      />
      <Select
        label={t('matrix.sort')}
        data={[
          { value: 'spread', label: t('matrix.bySpread') },
          { value: 'need', label: t('matrix.byNeed') },
          { value: 'name', label: t('matrix.byName') },
        ]}
        value={sort === 'name' || sort === 'need' ? sort : 'spread'}
        onChange={(value) => change({ sort: value === null || value === 'spread' ? undefined : value })}
        allowDeselect={false}
      />
    </search>
  )
}
