import type { Constellation, Overlap } from '@mortar/contract/network-constellation'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { Explained } from '#found/Figure.tsx'
import { unitsIn } from './use-unit-name.ts'

/** Where the numbers of the table and of the streams come from. */
export function PieceNumbers({ constellation: { kind, at, units, unitsInAll } }: { constellation: Constellation }) {
  const t = useWords('constellation')
  const when = useWhen()
  return (
    <Explained
      label={t('figures.title')}
      formula={t(`figures.pieces.${kind}`)}
      of={t('band.of', { shown: unitsIn(units), all: unitsInAll })}
      window={t('band.day', { day: when.day(at) })}
      uncertainty={t(`band.peopleSure.${kind}`)}
    />
  )
}

/** The same for the sets that communities form across one another. */
export function OverlapNumbers({ overlap: { communities } }: { overlap: Overlap }) {
  const t = useWords('constellation')
  return (
    <Explained
      label={t('figures.title')}
      formula={t('figures.overlap')}
      of={t('figures.overlapOf', { count: communities.length })}
      window={t('people.now')}
      uncertainty={t('figures.overlapSure')}
    />
  )
}
