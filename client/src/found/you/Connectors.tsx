import type { Connector } from '@mortar/contract/network-discovery'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { type Column, CommunityTag, DataTable, PersonChip, Section, UnitTag } from '#ui/index.ts'
import styles from '../found.module.css'

/** Colleagues who let the reader see what they connect: by name, without counts. */
export function Connectors({ connectors }: { connectors: readonly Connector[] }) {
  const t = useWords('found')
  const columns: Column<Connector>[] = [
    {
      id: 'person',
      head: t('sharing.who'),
      cell: ({ person }) => <PersonChip {...person} to={paths.person(person.id)} />,
    },
    {
      id: 'unit',
      head: t('position.unit'),
      cell: ({ unit }) => (unit ? <UnitTag name={unit.name} to={paths.unit(unit.id)} /> : '–'),
    },
    {
      id: 'connects',
      head: t('sharing.connects'),
      cell: ({ units, communities }) => (
        <span className={styles.words}>
          {units.map(({ id, name }) => (
            <UnitTag key={id} name={name} to={paths.unit(id)} />
          ))}
          {communities.map((community) => (
            <CommunityTag key={community.id} {...community} to={paths.community(community.slug)} />
          ))}
          {units.length + communities.length === 0 && t('sharing.few')}
        </span>
      ),
    },
  ]
  return (
    <Section title={t('sharing.others')}>
      <DataTable caption={t('sharing.others')} columns={columns} rows={connectors} rowKey={({ person }) => person.id} />
      <p className={styles.soft}>{t('sharing.unordered')}</p>
    </Section>
  )
}
