import { Button } from '@mantine/core'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { type Answer, api } from '#app/api.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { AddressTabs, type Column, DataTable, ListSkeleton, Section, useTab } from '#ui/index.ts'
import styles from './import.module.css'
import type { Import } from './one-import.ts'

type Line = Answer<'GET /organization/imports/{import}/lines'>['items'][number]
const tabIds = ['added', 'changed', 'ended', 'problems'] as const
type TabId = (typeof tabIds)[number]

/** What would be added, changed and ended, and every problem with its rows. */
export function PlanTabs({ found }: { found: Import }) {
  const t = useWords('organization')
  const { people, units, problems, dates, unitsFromLine } = found.summary!
  const parts = {
    added: { people: people.added, units: units.opened },
    changed: { people: people.changed, units: units.changed },
    ended: { people: people.ended, units: units.closed },
  }
  const countOf = (id: TabId) => (id === 'problems' ? problems : parts[id].people + parts[id].units)
  const tabs = tabIds.map((id) => ({ id, word: t(`import.${id}`), count: countOf(id) }))
  const tab = (useTab(tabs) ?? 'added') as TabId
  return (
    <Section title={t(found.appliedAt ? 'import.happened' : 'import.tabs')}>
      {unitsFromLine && <p className={styles.how}>{t('import.unitsFromLine')}</p>}
      {dates && <p className={styles.how}>{t(`import.dates.${dates}`)}</p>}
      <AddressTabs tabs={tabs} label={t('import.tabs')} />
      {tab !== 'problems' && parts[tab].units > 0 && <p className={styles.how}>{t('import.parts', parts[tab])}</p>}
      {people.same > 0 && tab !== 'problems' && (
        <p className={styles.how}>{t('import.same', { count: people.same })}</p>
      )}
      <Suspense key={tab} fallback={<ListSkeleton />}>
        <Lines id={found.id} tab={tab} print={found.summary} />
      </Suspense>
    </Section>
  )
}

function Lines({ id, tab, print }: { id: string; tab: TabId; print: unknown }) {
  const t = useWords('organization')
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery({
    // A plan made anew has other lines under the same address.
    queryKey: ['GET /organization/imports/{import}/lines', id, tab, print],
    queryFn: ({ pageParam, signal }) =>
      api('GET /organization/imports/{import}/lines', {
        params: { import: id },
        query: { tab, after: pageParam, limit: 25 },
        signal,
      }),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
  })
  const rows = data.pages.flatMap(({ items }) => items)
  const empty = <p className={styles.how}>{t(`import.nothing.${tab}`)}</p>
  return (
    <>
      {tab === 'problems' ? (
        <Problems lines={rows} empty={empty} />
      ) : (
        <PlanTable tab={tab} lines={rows} empty={empty} />
      )}
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('import.more')}
        </Button>
      )}
    </>
  )
}

function Problems({ lines, empty }: { lines: Line[]; empty: React.ReactNode }) {
  if (lines.length === 0) return empty
  return (
    <ul className={styles.problems}>
      {lines.map(({ seq, sentence }) => (
        <li key={seq}>{sentence}</li>
      ))}
    </ul>
  )
}

function PlanTable({ tab, lines, empty }: { tab: TabId; lines: Line[]; empty: React.ReactNode }) {
  const t = useWords('organization')
  const when = useWhen()
  const columns: Column<Line>[] = [
    {
      id: 'who',
      head: t('import.who'),
      cell: ({ name, kind }) => (
        <>
          {name}
          {kind === 'unit' && <span className={styles.how}> {t('import.unitKind')}</span>}
        </>
      ),
    },
    { id: 'where', head: t('import.where'), cell: ({ note }) => note ?? '' },
  ]
  if (tab !== 'ended') {
    columns.push({ id: 'what', head: t('import.what'), cell: ({ changes }) => <Changes changes={changes} /> })
    columns.push({ id: 'row', head: t('import.row'), numeric: true, cell: ({ row }) => (row ? when.number(row) : '') })
  }
  return (
    <DataTable
      caption={t(`import.${tab}`)}
      columns={columns}
      rows={lines}
      rowKey={({ seq }) => String(seq)}
      empty={empty}
    />
  )
}

function Changes({ changes }: { changes: Line['changes'] }) {
  const t = useWords('organization')
  const wordOf = (field: string) =>
    field === 'manager' ? t('import.changedManager') : t(`import.field.${field as 'name'}`)
  return (
    <ul className={styles.changes}>
      {changes.map(({ field, before, after }) => (
        <li key={field}>
          {before === null
            ? `${wordOf(field)}: ${after}`
            : t('import.change', {
                field: wordOf(field),
                before,
                after: after ?? t('import.empty'),
              })}
        </li>
      ))}
    </ul>
  )
}
