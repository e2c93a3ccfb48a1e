import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { UnitTies } from '@mortar/contract/network-constellation'
import { query } from '#app/api.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { EmptyState, Wide } from '#ui/index.ts'
import { Figure } from '#found/Figure.tsx'
import styles from './constellation.module.css'

/** Units by units: how many times the ties between them are what chance would give. */
export function TiesView() {
  const t = useWords('constellation')
  const when = useWhen()
  const { data } = useSuspenseQuery(query('GET /constellation/ties'))
  const [chosen, choose] = useState<string>()
  if (!data.run || data.pairs.length === 0) {
    return <EmptyState title={t('noTies')}>{t('noTiesHow')}</EmptyState>
  }
  const window = t('people.window', { from: when.day(data.run.from), to: when.day(data.run.to) })
  const pair = data.pairs.find((each) => keyOf(each) === chosen)
  return (
    <>
      <p className={styles.soft}>{t('tiesOf', { from: when.day(data.run.from), to: when.day(data.run.to) })}</p>
      <HeatMap ties={data} chosen={chosen} onChoose={choose} />
      {pair && (
        <section className={styles.card} aria-label={t('pairChosen')}>
          <h2>
            {pair.one === pair.other
              ? t('pairInside', { name: data.units[pair.one]!.name })
              : t('pairOf', { one: data.units[pair.one]!.name, other: data.units[pair.other]!.name })}
          </h2>
          <PairFigures pair={pair} window={window} />
        </section>
      )}
      <p className={styles.soft}>{t('tiesHow')}</p>
      {data.unitsInAll > data.units.length && (
        <p className={styles.soft}>{t('tiesMore', { shown: data.units.length, all: data.unitsInAll })}</p>
      )}
    </>
  )
}

type Pair = UnitTies['pairs'][number]

const keyOf = ({ one, other }: Pair) => `${one} ${other}`

/** What one cell says, and where each of its numbers comes from. */
function PairFigures({ pair, window }: { pair: Pair; window: string }) {
  const t = useWords('constellation')
  const when = useWhen()
  const { observed, expected, people } = pair
  const of = t('pairOfPeople', { people })
  return (
    <>
      <Figure
        label={t('pairTimes')}
        value={when.number(timesOf({ observed, expected }))}
        formula={t('pairTimesHow')}
        of={of}
        window={window}
        uncertainty={t('pairSure')}
      />
      <Figure
        label={t('pairObserved')}
        value={when.number(observed)}
        formula={t('pairObservedHow')}
        of={of}
        window={window}
        uncertainty={t('pairSure')}
      />
      <Figure
        label={t('pairExpected')}
        value={when.number(expected)}
        formula={t(pair.one === pair.other ? 'pairInsideHow' : 'pairExpectedHow')}
        of={of}
        window={window}
        uncertainty={t('pairExpectedSure')}
      />
    </>
  )
}

const timesOf = ({ observed, expected }: Pick<Pair, 'observed' | 'expected'>) =>
  expected === 0 ? 0 : Number((observed / expected).toPrecision(2))

interface HeatMapProps {
  ties: UnitTies
  chosen: string | undefined
  onChoose: (pair: string | undefined) => void
}

function HeatMap({ ties: { units, pairs }, chosen, onChoose }: HeatMapProps) {
  const t = useWords('constellation')
  const when = useWhen()
  const of = new Map(
    pairs.flatMap((pair) => [
      [`${pair.one} ${pair.other}`, pair],
      [`${pair.other} ${pair.one}`, pair],
    ]),
  )
  return (
    <Wide label={t('tiesCaption')}>
      <table className={styles.heat}>
        <caption className="unseen">{t('tiesCaption')}</caption>
        <thead>
          <tr>
            <td />
            {units.map(({ id, name }) => (
              <th scope="col" key={id}>
                <span>{name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {units.map((unit, row) => (
            <tr key={unit.id}>
              <th scope="row">{unit.name}</th>
              {units.map((other, column) => {
                const pair = of.get(`${row} ${column}`)
                if (!pair) return <td key={other.id} title={t('fewer')} data-few="" />
                const times = timesOf(pair)
                const key = keyOf(pair)
                return (
                  <td
                    key={other.id}
                    data-step={stepOf(times)}
                    title={t('pair', {
                      one: unit.name,
                      other: other.name,
                      observed: pair.observed,
                      expected: pair.expected,
                      people: pair.people,
                    })}
                  >
                    <button
                      type="button"
                      aria-pressed={key === chosen}
                      onClick={() => onChoose(key === chosen ? undefined : key)}
                    >
                      {when.number(times)}
                    </button>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}

/** Seven steps from far fewer (-3) to far more (3) than chance gives, doubling. */
const stepOf = (times: number) => (times === 0 ? -3 : Math.max(-3, Math.min(3, Math.round(Math.log2(times)))))
