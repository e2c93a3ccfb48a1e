import type { PeoplePicture } from '@mortar/contract/network-constellation'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { type Column, CommunityTag, DataTable, PersonChip } from '#ui/index.ts'
import styles from './people.module.css'

/** The same as the picture in words. */
export function PeopleTable({ picture: { people, units, also, ownTies } }: { picture: PeoplePicture }) {
  const t = useWords('constellation')
  const strength = new Map(ownTies.map((tie) => [tie.person, tie.strength]))
  const rows = people.map((one, place) => ({ ...one, place }))
  type Row = (typeof rows)[number]
  const columns: Column<Row>[] = [
    {
      id: 'person',
      head: t('people.person'),
      cell: ({ person, self }) => (
        <PersonChip {...person} note={self ? t('people.you') : person.title} to={paths.person(person.id)} />
      ),
      sort: ({ person }) => person.name,
    },
    {
      id: 'unit',
      head: t('people.unit'),
      cell: ({ unit }) => units[unit]!.name,
      sort: ({ unit }) => units[unit]!.name,
    },
    {
      id: 'also',
      head: t('people.also'),
      cell: ({ also: theirs }) => (
        <span className={styles.tags}>
          {theirs.map((n) => (
            <CommunityTag key={also[n]!.id} {...also[n]!} to={paths.community(also[n]!.slug)} />
          ))}
        </span>
      ),
    },
  ]
  if (ownTies.length > 0)
    columns.push({
      id: 'tie',
      head: t('people.ownTie'),
      cell: ({ place }) => (strength.has(place) ? t(`people.strength.${strength.get(place)!}`) : '–'),
    })
  return <DataTable caption={t('people.caption')} columns={columns} rows={rows} rowKey={({ person }) => person.id} />
}
