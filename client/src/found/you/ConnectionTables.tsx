import type { OwnPosition } from '@mortar/contract/network-discovery'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { type Column, CommunityTag, DataTable, Section, UnitTag } from '#ui/index.ts'
import { Explained } from '../Figure.tsx'
import styles from '../found.module.css'

interface TablesProps {
  position: OwnPosition
  window: string
}

/** The units and the communities that the reader connects: counts from five on, and how they are counted. */
export function ConnectionTables({ position: { units, between }, window }: TablesProps) {
  const t = useWords('found')
  const count = useCount()
  const ofUnits: Column<OwnPosition['units'][number]>[] = [
    { id: 'unit', head: t('position.unit'), cell: ({ id, name }) => <UnitTag name={name} to={paths.unit(id)} /> },
    { id: 'people', head: t('position.people'), cell: ({ people }) => count(people), numeric: true },
    { id: 'cutOff', head: t('position.cutOff'), cell: ({ cutOff }) => count(cutOff), numeric: true },
  ]
  const tag = (community: OwnPosition['between'][number]['from']) => (
    <CommunityTag {...community} to={paths.community(community.slug)} />
  )
  const ofCommunities: Column<OwnPosition['between'][number]>[] = [
    { id: 'from', head: t('you.from'), cell: ({ from }) => tag(from) },
    { id: 'into', head: t('you.into'), cell: ({ into }) => tag(into) },
    { id: 'people', head: t('position.people'), cell: ({ people }) => count(people), numeric: true },
    { id: 'cutOff', head: t('you.cutOff'), cell: ({ cutOff }) => count(cutOff), numeric: true },
  ]
  return (
    <>
      <Section title={t('you.units')}>
        <DataTable caption={t('position.caption')} columns={ofUnits} rows={units} rowKey={({ id }) => id} />
        <Explained
          label={t('you.counted')}
          formula={t('you.countedHow')}
          of={t('you.countedOf')}
          window={window}
          uncertainty={t('position.uncertainty')}
        />
      </Section>
      {between.length > 0 && (
        <Section title={t('you.between')}>
          <DataTable
            caption={t('you.between')}
            columns={ofCommunities}
            rows={between}
            rowKey={({ from, into }) => `${from.id} ${into.id}`}
          />
          <Explained
            label={t('you.counted')}
            formula={t('you.betweenHow')}
            of={t('you.countedOf')}
            window={window}
            uncertainty={t('position.uncertainty')}
          />
        </Section>
      )}
      <p className={styles.soft}>{t('position.only')}</p>
    </>
  )
}

function useCount(): (people: number | null) => string {
  const t = useWords('found')
  const when = useWhen()
  return (people) => (people === null ? t('tooFew') : when.number(people))
}
