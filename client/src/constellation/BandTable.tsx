import type { Constellation } from '@mortar/contract/network-constellation'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { DataTable, Go, Wide } from '#ui/index.ts'
import { useBandName } from './Legend.tsx'
import { useUnitName } from './use-unit-name.ts'

/** The same numbers as the picture. */
export function BandTable({ constellation: { kind, bands, units } }: { constellation: Constellation }) {
  const t = useWords('constellation')
  const name = useBandName()
  const nameOf = useUnitName()
  return (
    <Wide label={t('caption')}>
      <DataTable
        caption={t('caption')}
        rows={bands}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'community',
            head: t('community'),
            cell: (band) =>
              kind === 'found' ? (
                <Go to={paths.found(band.id)}>{band.name}</Go>
              ) : band.communities === 1 ? (
                <Go to={paths.community(band.slug)}>{band.name}</Go>
              ) : (
                name(band)
              ),
            sort: (band) => band.name,
          },
          ...units.map((unit, n) => ({
            id: unit.id,
            head: nameOf(unit),
            cell: (band: Constellation['bands'][number]) =>
              kind === 'found' && band.pieces[n]!.people > 0 ? t('fiveOrMore') : band.pieces[n]!.people,
            sort: (band: Constellation['bands'][number]) => band.pieces[n]!.people,
            numeric: true,
          })),
          { id: 'all', head: t('all'), cell: ({ people }) => people, sort: ({ people }) => people, numeric: true },
        ]}
      />
    </Wide>
  )
}
