import { Menu } from '@mantine/core'
import type { OrganizationOutcome, OutcomeLine } from '@mortar/contract/lab-organization'
import { useCallback, useMemo } from 'react'
import type * as PlotModule from '@observablehq/plot'
import { href } from '#app/api.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { TakeAlong } from '#constellation/export/TakeAlong.tsx'
import { type Column, DataTable, Mark, Section } from '#ui/index.ts'
import { Chart, type Room } from '../chart/Chart.tsx'
import { digitsBeside } from '../numbers.ts'
import type { Saved } from '../saved/saved.ts'
import { exactTold, shortTold, wholeTold } from '../told.ts'
import { useModelWords } from '../words.ts'
import { drawChanges } from './draw-changes.ts'
import styles from './organization.module.css'
import { changesOf, csvOf, verdictMarks } from './outcome.ts'

/** As many digits in all numbers of a line, so that a difference is seen to be one. */
const exact = ({ halfWidth, unit }: OutcomeLine, value: number) => exactTold(value, digitsBeside(halfWidth, unit))

const signed = (value: number, text: string) => (value > 0 ? `+${text}` : text.replace('-', '−'))

/** What the interventions change: in a sentence, as a picture, and as a table. */
export function Outcome({ outcome }: { outcome: OrganizationOutcome }) {
  const t = useWords('lab')
  const words = useModelWords()
  const when = useWhen()
  const nameOf = useCallback((measure: string) => words.measure('your-organization', measure), [t])
  const { lines, people, units, communities, tied, on } = outcome
  const changes = useMemo(() => changesOf(lines), [lines])
  const draw = useCallback(
    (plot: typeof PlotModule, room: Room) =>
      drawChanges(plot, room, {
        changes,
        nameOf,
        told: (percent) => signed(percent, `${shortTold(Number(percent.toPrecision(2)))} %`),
        x: t('whatIf.change'),
      }),
    [changes, nameOf, t],
  )
  const columns: Column<OutcomeLine>[] = [
    {
      id: 'measure',
      head: t('summary.measure'),
      cell: ({ measure, people: of }) => (
        <span className={styles.kind}>
          {nameOf(measure)}
          <small>
            {words.measureMeans('your-organization', measure)}{' '}
            {of !== null && t('whatIf.of', { people: wholeTold(of) })}
          </small>
        </span>
      ),
    },
    { id: 'present', head: t('whatIf.present'), cell: (line) => exact(line, line.present), numeric: true },
    { id: 'after', head: t('whatIf.after'), cell: (line) => exact(line, line.after), numeric: true },
    {
      id: 'difference',
      head: t('whatIf.difference'),
      cell: (line) =>
        `${signed(line.difference, exact(line, line.difference))}\u00a0±\u00a0${exact(line, line.halfWidth)}`,
      numeric: true,
    },
    {
      id: 'verdict',
      head: t('whatIf.verdict'),
      cell: ({ verdict }) => <Mark kind={verdictMarks[verdict]}>{t(`whatIf.verdicts.${verdict}`)}</Mark>,
    },
  ]
  const counted = (verdict: OutcomeLine['verdict']) => lines.filter((each) => each.verdict === verdict).length
  return (
    <>
      <Section title={t('whatIf.changes')}>
        <p>
          {t('whatIf.sum', {
            better: counted('better'),
            worse: counted('worse'),
            other: counted('other'),
            unclear: counted('unclear'),
          })}
        </p>
        {changes.length > 0 && (
          <figure className={styles.figure} data-chart>
            <Chart draw={draw} label={t('whatIf.chart', { measures: changes.length })} />
          </figure>
        )}
        <p className={styles.soft}>{t('whatIf.reading', { runs: lines[0]?.runs ?? 0 })}</p>
      </Section>
      <Section title={t('whatIf.numbers')}>
        <DataTable caption={t('whatIf.numbers')} columns={columns} rows={lines} rowKey={({ measure }) => measure} />
        <p className={styles.soft}>
          {t('whatIf.taken', {
            day: when.day(on),
            people: wholeTold(people),
            units: wholeTold(units),
            communities: wholeTold(communities),
          })}{' '}
          {tied === null ? t('whatIf.noTies') : t('whatIf.ties', { people: wholeTold(tied) })}
        </p>
      </Section>
    </>
  )
}

/** Picture, table, all runs, and how it came about. */
export function TakeOutcome({ experiment, outcome }: { experiment: Saved; outcome: OrganizationOutcome }) {
  const t = useWords('lab')
  const params = { experiment: experiment.id }
  return (
    <TakeAlong name="mortar-what-if" picture="[data-chart] svg" numbers={() => csvOf(outcome.lines)}>
      {experiment.may.rows && (
        <Menu.Item component="a" href={href('GET /experiments/{experiment}/results.csv', { params })} download>
          {t('whatIf.runs')}
        </Menu.Item>
      )}
      <Menu.Item component="a" href={href('GET /experiments/{experiment}/manifest.json', { params })} download>
        {t('export.manifest')}
      </Menu.Item>
    </TakeAlong>
  )
}
