import { useSuspenseQuery } from '@tanstack/react-query'
import { type Answer, query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { type Column, DataTable, Pager, PersonChip, useAddress } from '#ui/index.ts'

type Line = Answer<'GET /people'>['items'][number]

/** People who are in no unit, a page at a time. */
export function PeopleTable({ caption }: { caption: string }) {
  const [{ after }] = useAddress()
  const { data } = useSuspenseQuery(query('GET /people', { query: { withoutUnit: 'true', after, limit: 50 } }))
  return <PeopleLines caption={caption} items={data.items} next={data.next} />
}

export function PeopleLines({ caption, items, next }: { caption: string; items: Line[]; next: string | null }) {
  const t = useWords('organization')
  const columns: Column<Line>[] = [
    {
      id: 'name',
      head: t('unit.name'),
      cell: ({ id, name, photo, gone }) => <PersonChip name={name} photo={photo} gone={gone} to={paths.person(id)} />,
    },
    { id: 'title', head: t('unit.title'), cell: ({ title }) => title ?? '' },
  ]
  return (
    <>
      <DataTable caption={caption} columns={columns} rows={items} rowKey={({ id }) => id} />
      <Pager next={next} />
    </>
  )
}
