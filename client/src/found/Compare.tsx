import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { RunChange, RunLine } from '@mortar/contract/network-discovery'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { type Column, DataTable, Go, ListSkeleton, Refusal, Section, useAddress } from '#ui/index.ts'
import styles from './found.module.css'
import { useNameOf } from './use-found.ts'

/** What became of communities from one search to a later one; the two stand in the address. */
export function Compare({ runs }: { runs: readonly RunLine[] }) {
  const t = useWords('found')
  const when = useWhen()
  const [address, change] = useAddress()
  const known = (id: string | undefined) => runs.find((run) => run.id === id)?.id
  const now = known(address['now']) ?? runs[0]!.id
  const since = known(address['since']) ?? runs[1]!.id
  const { data, error } = useQuery(
    query('GET /discovery/runs/{run}/changes', { params: { run: now }, query: { since } }),
  )
  const choices = runs.map(({ id, at, settings }) => ({
    value: id,
    label: `${when.time(at)} · ${t(`form.${settings.form}`)}`,
  }))
  return (
    <Section title={t('compare.title')}>
      <div className={styles.fields}>
        <Select
          label={t('compare.since')}
          data={choices}
          value={since}
          allowDeselect={false}
          onChange={(value) => change({ since: value ?? undefined, now })}
        />
        <Select
          label={t('compare.now')}
          data={choices}
          value={now}
          allowDeselect={false}
          onChange={(value) => change({ now: value ?? undefined, since })}
        />
      </div>
      <Refusal error={error} />
      {data ? <Changes items={data.items} /> : !error && <ListSkeleton />}
    </Section>
  )
}

function Changes({ items }: { items: readonly RunChange[] }) {
  const t = useWords('found')
  const columns: Column<RunChange>[] = [
    { id: 'kind', head: t('compare.kind'), cell: ({ kind }) => t(`compare.${kind}`) },
    { id: 'before', head: t('compare.before'), cell: ({ before }) => <Names of={before} /> },
    { id: 'now', head: t('compare.after'), cell: ({ now }) => <Names of={now} /> },
  ]
  return (
    <DataTable
      caption={t('compare.title')}
      columns={columns}
      rows={items}
      rowKey={({ kind, before, now }) =>
        [kind, ...before, ...now].map((one) => (typeof one === 'string' ? one : one.id)).join(' ')
      }
      empty={<p>{t('compare.none')}</p>}
    />
  )
}

function Names({ of }: { of: RunChange['now'] }) {
  const t = useWords('found')
  const nameOf = useNameOf()
  if (of.length === 0) return <>–</>
  return (
    <ul className={styles.list}>
      {of.map((found) => (
        <li key={found.id}>
          <Go to={paths.found(found.id)}>{nameOf(found)}</Go>
          {found.people !== null && (
            <span className={styles.soft}> {t('compare.people', { people: found.people })}</span>
          )}
        </li>
      ))}
    </ul>
  )
}
