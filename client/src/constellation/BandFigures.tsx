import type { Constellation } from '@mortar/contract/network-constellation'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { Figure } from '#found/Figure.tsx'
import { unitsIn } from './use-unit-name.ts'

interface BandFiguresProps {
  constellation: Constellation
  band: Constellation['bands'][number]
}

/** How many people a band has, and in how many units, with where both come from. */
export function BandFigures({ constellation: { kind, at, units, unitsInAll }, band }: BandFiguresProps) {
  const t = useWords('constellation')
  const when = useWhen()
  const there = band.pieces.filter(({ people }) => people > 0).length
  const of = t('band.of', { shown: unitsIn(units), all: unitsInAll })
  const oneByOne = units.every((unit) => unit.units === 1)
  return (
    <>
      <Figure
        label={t('band.people')}
        value={when.number(band.people)}
        formula={t(`band.peopleHow.${kind}`)}
        of={of}
        window={t('band.day', { day: when.day(at) })}
        uncertainty={t(`band.peopleSure.${kind}`)}
      />
      {oneByOne && (
        <Figure
          label={t('band.units')}
          value={t('band.unitsOf', { there: when.number(there), shown: when.number(units.length) })}
          formula={t(`band.unitsHow.${kind}`)}
          of={of}
          window={t('band.day', { day: when.day(at) })}
          uncertainty={t('band.unitsSure')}
        />
      )}
    </>
  )
}
