import type { Model, Results } from '@mortar/simulation'
import { useWords } from '#app/words.ts'
import { Mark, type MarkKind, Section } from '#ui/index.ts'
import { told, toldWidth } from '../numbers.ts'
import { useModelWords } from '../words.ts'
import styles from './compare.module.css'
import { type Difference, differencesIn } from './plan.ts'

const marks: Readonly<Record<Difference['verdict'], MarkKind>> = {
  better: 'worked',
  worse: 'failed',
  more: 'note',
  less: 'note',
  unclear: 'quiet',
  same: 'quiet',
}

interface DifferencesProps {
  model: Model
  results: Results
  /** The measure that is drawn, of which the verdict is told in a sentence. */
  shown: string
  names: readonly [string, string]
}

/** What the second setting changes, measure by measure, with a verdict in words. */
export function Differences({ model, results, shown, names }: DifferencesProps) {
  const t = useWords('lab')
  const words = useModelWords()
  const found = differencesIn(model, results)
  const heads = [t('summary.measure'), ...names, t('compare.difference'), '', t('compare.runs'), t('compare.verdict')]
  return (
    <Section
      title={t('compare.changes', { other: names[1] })}
      count={t('summary.runs', { runs: found[0]?.pairs ?? 0 })}
    >
      {found
        .filter(({ measure }) => measure.name === shown)
        .map((each) => (
          <p key={shown} className={styles.sentence} role="status">
            {t(`compare.sentences.${each.verdict}`, {
              measure: words.measure(model.name, shown),
              by: told(Math.abs(each.difference), each.measure.unit),
              sure: toldWidth(each.halfWidth, each.measure.unit),
              way: each.difference > 0 ? 'up' : 'down',
              times: Math.max(each.wins, each.losses),
              pairs: each.pairs,
            })}
          </p>
        ))}
      <p className={styles.soft}>{t('compare.how')}</p>
      <div className={styles.wide} tabIndex={0} role="region" aria-label={t('compare.difference')}>
        <table className={styles.differences}>
          <thead>
            <tr>
              {heads.map((head, at) => (
                <th key={at} scope={head ? 'col' : undefined} aria-hidden={head ? undefined : true}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {found.map((each) => (
              <tr key={each.measure.name}>
                <th scope="row">{words.measure(model.name, each.measure.name)}</th>
                <td>{told(each.one, each.measure.unit)}</td>
                <td>{told(each.other, each.measure.unit)}</td>
                <td>
                  {signed(each.difference, each.measure.unit)} ± {toldWidth(each.halfWidth, each.measure.unit)}
                </td>
                <td aria-hidden="true">
                  <Whisker {...each} />
                </td>
                <td>{t('compare.higherIn', { wins: each.wins, losses: each.losses })}</td>
                <td>
                  <Mark kind={marks[each.verdict]}>{t(`compare.verdicts.${each.verdict}`)}</Mark>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}

const signed = (value: number, unit: string) => `${value > 0 ? '+' : ''}${told(value, unit).replace('-', '−')}`

const WIDTH = 120
const HALF = WIDTH / 2

/** The difference with its interval, about nothing in the middle. */
function Whisker({ difference, halfWidth }: Difference) {
  const half = Number.isFinite(halfWidth) ? halfWidth : 0
  const reach = Math.abs(difference) + half
  const at = (value: number) => HALF + (reach > 0 ? (value / reach) * (HALF - 6) : 0)
  return (
    <svg width={WIDTH} height={16} className={styles.whisker}>
      <line x1={HALF} x2={HALF} y1={1} y2={15} />
      <line x1={at(difference - half)} x2={at(difference + half)} y1={8} y2={8} data-interval="" />
      <circle cx={at(difference)} cy={8} r={4} />
    </svg>
  )
}
