import { TextInput } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { Go, ListSkeleton, Page, Section, Tree, UnitTag, useAddress, useShownAddress } from '#ui/index.ts'
import { type Unit, unitSections } from '../sections.ts'
import styles from './chart.module.css'
import { PeopleLines } from './PeopleTable.tsx'
import { UnitSide } from './UnitSide.tsx'
import { useUnitTree } from './unit-tree.ts'

/** A unit: where it belongs, who works here, who answers for it, and what other capabilities know of it. */
export function UnitPage({ params }: { params: { unit: string } }) {
  const t = useWords('organization')
  const when = useWhen()
  const { data: unit } = useSuspenseQuery(query('GET /units/{unit}', { params }))
  return (
    <Page
      title={unit.name}
      above={<Path unit={unit} />}
      lead={
        unit.closedOn
          ? t('unit.closed', { day: when.day(unit.closedOn) })
          : t('unit.here', { here: unit.here, more: unit.people > unit.here ? unit.people : 0 })
      }
      side={<UnitSide unit={unit} />}
    >
      {unit.inside > 0 && <Inside unit={unit} />}
      <People unit={unit} />
      {unitSections.map((Part, place) => (
        <Suspense key={place} fallback={<ListSkeleton lines={2} />}>
          <Part unit={unit} />
        </Suspense>
      ))}
    </Page>
  )
}

function Path({ unit }: { unit: Unit }) {
  const t = useWords('organization')
  return (
    <nav aria-label={t('unit.path')} className={styles.path}>
      <Go to={paths.organization()}>{t('chart.title')}</Go>
      {unit.path.map(({ id, name }) => (
        <UnitTag key={id} name={name} to={paths.unit(id)} />
      ))}
    </nav>
  )
}

function People({ unit }: { unit: Unit }) {
  const t = useWords('organization')
  const when = useWhen()
  const [search, change] = useAddress()
  return (
    <Section title={t('unit.people')} count={when.number(unit.here)}>
      {unit.here > 12 && (
        <TextInput
          className={styles.filter}
          type="search"
          label={t('unit.filter')}
          defaultValue={search['words']}
          onChange={(event) =>
            change({ words: event.currentTarget.value || undefined, after: undefined }, { replace: true })
          }
        />
      )}
      <Suspense fallback={<ListSkeleton />}>
        <PeopleOf unit={unit} />
      </Suspense>
    </Section>
  )
}

function PeopleOf({ unit }: { unit: Unit }) {
  const t = useWords('organization')
  const shown = useShownAddress()
  const { after } = shown
  const words = shown['words']?.trim() || undefined
  const { data } = useSuspenseQuery(
    query('GET /units/{unit}/people', { params: { unit: unit.id }, query: { words, after, limit: 50 } }),
  )
  if (data.items.length === 0) return <p className={styles.soft}>{t(words ? 'unit.nobodyFound' : 'unit.nobody')}</p>
  return <PeopleLines caption={t('unit.people')} items={data.items} next={data.next} />
}

function Inside({ unit }: { unit: Unit }) {
  const t = useWords('organization')
  const { nodes, inside } = useUnitTree(unit.id)
  return (
    <Section title={t('unit.units')} count={unit.inside}>
      <Tree label={t('unit.units')} nodes={nodes} inside={inside} />
    </Section>
  )
}
