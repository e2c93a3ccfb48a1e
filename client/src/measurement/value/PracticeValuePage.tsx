import { Button } from '@mantine/core'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ValuationView } from '@mortar/contract/measurement-value'
import { api, query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { actWithUndo, type Column, CommunityTag, DataTable, EmptyState, Go, Page, Section } from '#ui/index.ts'
import { Lines } from './Lines.tsx'
import { readAgain } from './read-again.ts'
import { ValuationDialog } from './ValuationDialog.tsx'
import styles from './value.module.css'

/** What people tell of a practice, and how many hours it saved at least. */
export function PracticeValuePage({ params }: { params: { practice: string } }) {
  const t = useWords('measurement')
  const { data } = useSuspenseQuery(query('GET /practices/{practice}/stories', { params }))
  const [open, setOpen] = useState(false)
  const { practice, community, stories, valuations, may, known } = data
  return (
    <Page
      title={t('worth.ofPractice', { title: practice.title })}
      above={
        <>
          {community && <CommunityTag {...community} to={paths.community(community.slug)} />}
          <Go to={paths.practice(practice.id)}>{practice.title}</Go>
        </>
      }
      lead={t('worth.ofPracticeLead')}
    >
      <Section
        title={t('worth.tabs.stories')}
        count={stories.length || undefined}
        action={
          may.tell && (
            <Button component={Go} to={paths.tellStory({ practice: practice.id })} variant="default">
              {t('worth.tell')}
            </Button>
          )
        }
      >
        {stories.length === 0 ? (
          <EmptyState title={t('worth.none')}>{t('worth.noneHow')}</EmptyState>
        ) : (
          <Lines stories={stories} />
        )}
      </Section>
      <Section
        title={t('worth.floorTitle')}
        action={
          may.value && (
            <Button variant="default" onClick={() => setOpen(true)}>
              {t('worth.value')}
            </Button>
          )
        }
      >
        {valuations.length === 0 ? (
          <EmptyState title={t('worth.noFloor')}>{t('worth.noFloorHow')}</EmptyState>
        ) : (
          valuations.map((one) => <Valuation key={one.id} valuation={one} />)
        )}
      </Section>
      {open && <ValuationDialog practice={practice.id} known={known} onClose={() => setOpen(false)} />}
    </Page>
  )
}

type Name = keyof ValuationView['assumptions']
type Row = ValuationView['assumptions'][Name] & { name: Name }

function Valuation({ valuation }: { valuation: ValuationView }) {
  const t = useWords('measurement')
  const when = useWhen()
  const client = useQueryClient()
  const params = { valuation: valuation.id }
  const back = () => api('PUT /valuations/{valuation}/withdrawal', { params }).then(() => readAgain(client))
  const again = () => api('DELETE /valuations/{valuation}/withdrawal', { params }).then(() => readAgain(client))
  const columns: Column<Row>[] = [
    {
      id: 'name',
      head: t('worth.assumption'),
      cell: ({ name, because }) => (
        <>
          {t(`worth.assume.${name}`)}
          {because && <p className={styles.soft}>{because}</p>}
        </>
      ),
    },
    { id: 'low', head: t('worth.atLeast'), cell: ({ low }) => when.number(low), numeric: true },
    { id: 'high', head: t('worth.atMost'), cell: ({ high }) => when.number(high), numeric: true },
    { id: 'adds', head: t('worth.adds'), cell: ({ adds }) => t('hours', { value: when.number(adds) }), numeric: true },
  ]
  return (
    <article className={styles.valuation}>
      <p className={styles.floor}>
        {t(valuation.floor < 0 ? 'worth.floorBelow' : 'worth.floor', {
          hours: when.number(Math.round(valuation.floor)),
        })}
      </p>
      <p className={styles.facts}>
        <span>{t('worth.fromTo', { from: when.day(valuation.from), to: when.day(valuation.to) })}</span>
        <span>{t('worth.by', { name: valuation.by?.name ?? t('worth.somebody'), day: when.day(valuation.at) })}</span>
      </p>
      <p className={styles.soft}>{t('worth.formula')}</p>
      {valuation.note && <p>{valuation.note}</p>}
      <DataTable
        caption={t('worth.assumptions')}
        columns={columns}
        rows={rowsOf(valuation)}
        rowKey={({ name }) => name}
      />
      {valuation.may.withdraw && (
        <Button
          variant="default"
          w="fit-content"
          onClick={() => void actWithUndo(t('worth.valuationBack'), back, again)}
        >
          {t('worth.takeBackValuation')}
        </Button>
      )}
    </article>
  )
}

const rowsOf = ({ assumptions }: ValuationView): Row[] =>
  (Object.keys(assumptions) as Row['name'][]).map((name) => ({ ...assumptions[name], name }))
