import { useSuspenseQuery } from '@tanstack/react-query'
import type { UnitTies } from '@mortar/contract/network-constellation'
import { query } from '#app/api.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { EmptyState } from '#ui/index.ts'
import styles from './constellation.module.css'

/** Units by units: how many times the ties between them are what chance would give. */
export function TiesView() {
  const t = useWords('constellation')
  const when = useWhen()
  const { data } = useSuspenseQuery(query('GET /constellation/ties'))
  if (!data.run || data.pairs.length === 0) {
    return <EmptyState title={t('noTies')}>{t('noTiesHow')}</EmptyState>
  }
  return (
    <>
      <p className={styles.soft}>{t('tiesOf', { from: when.day(data.run.from), to: when.day(data.run.to) })}</p>
      <HeatMap ties={data} />
      <p className={styles.soft}>{t('tiesHow')}</p>
      {data.unitsInAll > data.units.length && (
        <p className={styles.soft}>{t('tiesMore', { shown: data.units.length, all: data.unitsInAll })}</p>
      )}
    </>
  )
}

function HeatMap({ ties: { units, pairs } }: { ties: UnitTies }) {
  const t = useWords('constellation')
  const when = useWhen()
  const of = new Map(
    pairs.flatMap((pair) => [
      [`${pair.one} ${pair.other}`, pair],
      [`${pair.other} ${pair.one}`, pair],
    ]),
  )
  return (
    <div className={styles.wide} tabIndex={0} role="region" aria-label={t('tiesCaption')}>
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
                const times = pair.expected === 0 ? 0 : pair.observed / pair.expected
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
                    {when.number(Number(times.toPrecision(2)))}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Seven steps from far fewer (-3) to far more (3) than chance gives, doubling. */
const stepOf = (times: number) => (times === 0 ? -3 : Math.max(-3, Math.min(3, Math.round(Math.log2(times)))))
