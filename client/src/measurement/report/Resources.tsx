import type { GivenAndShown, ResourceView } from '@mortar/contract/measurement-report'
import { Button } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { type Column, DataTable, EmptyState, Go, Section } from '#ui/index.ts'
import styles from '../value/value.module.css'
import { GiveDialog } from './GiveDialog.tsx'
import { ResourceTable } from './ResourceTable.tsx'

/** What was given to a community, and beside it what it can show; no line is drawn from one to the other. */
export function Resources({ community }: { community: string }) {
  const t = useWords('measurement')
  const { data } = useSuspenseQuery(query('GET /communities/{community}/resources', { params: { community } }))
  const [open, setOpen] = useState(false)
  return (
    <>
      <Section
        title={t('worth.givenTitle')}
        action={
          data.may.give && (
            <>
              <Go to={paths.sponsor()}>{t('worth.sponsored')}</Go>
              <Button variant="default" onClick={() => setOpen(true)}>
                {t('worth.give')}
              </Button>
            </>
          )
        }
      >
        {data.resources.length === 0 ? (
          <EmptyState title={t('worth.noneGiven')}>{t('worth.noneGivenHow')}</EmptyState>
        ) : (
          <ResourceTable resources={data.resources} />
        )}
      </Section>
      <Years years={data.years} resources={data.resources} />
      {open && <GiveDialog community={community} onClose={() => setOpen(false)} />}
    </>
  )
}

function Years({ years, resources }: { years: readonly GivenAndShown[]; resources: readonly ResourceView[] }) {
  const t = useWords('measurement')
  const when = useWhen()
  if (resources.length === 0) return null
  const parts = ['hours', 'money', 'answered', 'practices', 'adoptions', 'stories'] as const
  const columns: Column<GivenAndShown>[] = [
    { id: 'year', head: t('worth.year'), cell: ({ year }) => year },
    ...parts.map((part) => ({
      id: part,
      head: t(`worth.years.${part}`),
      cell: (row: GivenAndShown) => when.number(row[part]),
      numeric: true,
    })),
  ]
  return (
    <Section title={t('worth.besideTitle')}>
      <p className={styles.soft}>{t('worth.beside')}</p>
      <DataTable caption={t('worth.besideTitle')} columns={columns} rows={years} rowKey={({ year }) => String(year)} />
    </Section>
  )
}
