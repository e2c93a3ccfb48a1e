import { useWords } from '#app/words.ts'
import { CommunityTag, DataTable } from '#ui/index.ts'
import type { Figures } from './types.ts'

/** What crosses over between communities: items on topics of one that go to people of another. */
export function Crossings({ crossings }: { crossings: Figures['crossings'] }) {
  const t = useWords('learning')
  return (
    <DataTable
      caption={t('plans.crossings')}
      rows={crossings}
      rowKey={({ from, to }) => `${from.id} ${to?.id ?? ''}`}
      empty={<p>{t('plans.noCrossings')}</p>}
      columns={[
        { id: 'from', head: t('plans.from'), cell: ({ from }) => <CommunityTag {...from} long /> },
        {
          id: 'to',
          head: t('plans.to'),
          cell: ({ to }) => (to ? <CommunityTag {...to} long /> : t('plans.several')),
        },
        { id: 'topics', head: t('plans.topics'), cell: ({ topics }) => topics.join(', ') },
        {
          id: 'people',
          head: t('plans.people'),
          cell: ({ people }) => people,
          sort: ({ people }) => people,
          numeric: true,
        },
      ]}
    />
  )
}
