import { Select } from '@mantine/core'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import type { Every, RunLine } from '@mortar/contract/network-discovery'
import { api, query, refresh } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { actWithUndo, type Column, DataTable, EmptyState, Go, Mark, type MarkKind, Page, Section } from '#ui/index.ts'
import { Compare } from './Compare.tsx'
import styles from './found.module.css'
import { RunUnderWay } from './RunUnderWay.tsx'
import { StartForm } from './StartForm.tsx'
import { isUnderWay, useWindowOf } from './use-found.ts'

const marks: Record<RunLine['state'], MarkKind> = {
  waiting: 'note',
  running: 'note',
  done: 'worked',
  failed: 'failed',
  stopped: 'quiet',
}

/** Searches for communities: begin one, see how far it is, how often they come, and what changed between two. */
export function RunsPage() {
  const t = useWords('found')
  const when = useWhen()
  const windowOf = useWindowOf()
  const { data } = useSuspenseQuery({
    ...query('GET /discovery/runs'),
    refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) ? 1000 : false),
  })
  const { items, may, sources, defaults, every } = data
  const done = items.filter(({ state }) => state === 'done')
  const columns: Column<RunLine>[] = [
    { id: 'at', head: t('runs.at'), cell: (run) => when.time(run.at), sort: (run) => run.at },
    {
      id: 'state',
      head: t('runs.state'),
      cell: (run) => <Mark kind={marks[run.state]}>{t(`state.${run.state}`)}</Mark>,
    },
    { id: 'window', head: t('runs.window'), cell: (run) => windowOf(run.settings) },
    { id: 'settings', head: t('runs.settings'), cell: (run) => settingsOf(run) },
    {
      id: 'found',
      head: t('runs.found'),
      cell: ({ summary }) => (summary ? foundIn(summary) : '–'),
      numeric: true,
    },
    {
      id: 'by',
      head: t('runs.by'),
      cell: (run) => (run.scheduled ? t('runs.scheduled') : (run.by?.name ?? t('runs.terminal'))),
    },
  ]
  return (
    <Page
      title={t('runs.title')}
      lead={t('runs.lead')}
      actions={<Go to={paths.foundCommunities()}>{t('runs.latest')}</Go>}
    >
      {items.filter(isUnderWay).map((run) => (
        <RunUnderWay key={run.id} run={run} mayStop={may.start} />
      ))}
      {may.start && (
        <Section title={t('start.title')}>
          <StartForm defaults={defaults} sources={sources} />
        </Section>
      )}
      <Section title={t('runs.list')} count={items.length}>
        <DataTable
          caption={t('runs.list')}
          columns={columns}
          rows={items}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t('runs.none')}>{t('runs.noneHow')}</EmptyState>}
        />
        {items[0]?.failure && <p>{items[0].failure}</p>}
      </Section>
      {done.length > 1 && <Compare runs={done} />}
      {may.start && <Schedule every={every} />}
    </Page>
  )

  function foundIn({ found, people }: NonNullable<RunLine['summary']>) {
    const number = when.number(found)
    if (found > 0 || people !== null) return number
    return (
      <>
        {number} <span className={styles.soft}>{t('runs.noTies')}</span>
      </>
    )
  }

  function settingsOf({ settings, summary }: RunLine) {
    const { form, seed, halfLife } = settings
    return (
      <span className={styles.soft}>
        {t('runs.settingsLine', {
          form: t(`form.${form}`),
          level: summary?.level ?? settings.level ?? '–',
          seed,
          halfLife,
        })}
      </span>
    )
  }
}

function Schedule({ every }: { every: Every }) {
  const t = useWords('found')
  const client = useQueryClient()
  const put = (value: Every) =>
    api('PUT /discovery/schedule', { body: { every: value } }).then(() => refresh(client, 'GET /discovery/runs'))
  const choices = ['never', 'monthly', 'quarterly'] as const
  return (
    <Section title={t('schedule.title')}>
      <Select
        w={{ base: '100%', xs: 320 }}
        label={t('schedule.label')}
        description={t('schedule.how')}
        data={choices.map((value) => ({ value, label: t(`schedule.${value}`) }))}
        value={every}
        allowDeselect={false}
        onChange={(value) =>
          value &&
          void actWithUndo(
            t('schedule.set'),
            () => put(value as Every),
            () => put(every),
          )
        }
      />
    </Section>
  )
}
