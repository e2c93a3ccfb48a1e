import { useSuspenseQuery } from '@tanstack/react-query'
import type { ExperimentLine } from '@mortar/contract/lab'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { AddressTabs, type Column, DataTable, EmptyState, Go, Pager, useAddress, useTab } from '#ui/index.ts'
import { useModelWords } from '../words.ts'
import styles from './home.module.css'

const whose = ['mine', 'organization'] as const

interface SavedExperimentsProps {
  model?: string
  /** What is said where there is none. */
  none?: 'home' | 'whatIf'
}

/** Experiments that one saved, and those that colleagues let everybody see. */
export function SavedExperiments({ model, none = 'home' }: SavedExperimentsProps) {
  const t = useWords('lab')
  const words = useModelWords()
  const when = useWhen()
  const tabs = whose.map((id) => ({ id, word: t(`home.whose.${id}`) }))
  const here = useTab(tabs) as (typeof whose)[number]
  const [{ after }] = useAddress()
  const { data } = useSuspenseQuery(
    query('GET /experiments', { query: { whose: here, ...(model && { model }), ...(after && { after }) } }),
  )
  const columns: Column<ExperimentLine>[] = [
    { id: 'name', head: t('home.name'), cell: (line) => <Go to={paths.experiment(line.id)}>{line.name}</Go> },
    { id: 'model', head: t('home.model'), cell: ({ model }) => words.model(model) },
    { id: 'by', head: t('home.by'), cell: ({ by }) => by?.name ?? '–' },
    { id: 'changed', head: t('home.changed'), cell: ({ changedAt }) => when.time(changedAt) },
  ]
  return (
    <div className={styles.saved}>
      <AddressTabs tabs={tabs} label={t('home.saved')} />
      <DataTable
        caption={t('home.saved')}
        columns={columns}
        rows={data.items}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t(`${none}.none.${here}`)}>{t(`${none}.noneHow.${here}`)}</EmptyState>}
      />
      <Pager next={data.next} />
    </div>
  )
}
