import type { StageSign } from '@mortar/contract/measurement-stage'
import { IconChevronDown } from '@tabler/icons-react'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { useValue } from '#measurement/use-value.ts'
import { type Column, DataTable, History, Mark } from '#ui/index.ts'
import styles from './stage.module.css'
import type { Life } from './life.ts'

/** Every stage with its signs; the one where the community stands is open. */
export function Stages({ life }: { life: Life }) {
  const word = useWords('community')
  const t = useWords('stage')
  return life.stages.map(({ stage, signs }) => (
    <details key={stage} className={styles.stage} open={stage === life.stage}>
      <summary>
        <IconChevronDown size={16} aria-hidden="true" />
        <h3>{word(`stage.${stage}`)}</h3>
        <span className={styles.soft}>
          {t('signs.count', { seen: signs.filter(({ state }) => state === 'seen').length, all: signs.length })}
        </span>
      </summary>
      <ul className={styles.signs}>
        {signs.map((sign) => (
          <Sign key={sign.id} sign={sign} />
        ))}
      </ul>
    </details>
  ))
}

/** One sign: a word and a shape, never a colour that judges. */
function Sign({ sign }: { sign: StageSign }) {
  const t = useWords('stage')
  const { name, state, sentence, leads } = sign
  return (
    <li>
      <p className={styles.sign}>
        <Mark kind={state === 'seen' ? 'note' : 'quiet'}>{t(`state.${state}`)}</Mark>
        <strong data-no-words>{name}</strong>
        {leads && <span className={styles.soft}>{t('signs.leads')}</span>}
      </p>
      {sentence ? (
        <p data-no-words>{sentence}</p>
      ) : (
        <p className={styles.soft}>{t(state === 'early' ? 'signs.early' : 'signs.few')}</p>
      )}
      <Behind sign={sign} />
    </li>
  )
}

function Behind({ sign }: { sign: StageSign }) {
  const t = useWords('stage')
  const { written, quarter } = useValue(sign.kind)
  const { name, formula, source, points } = sign
  const shown = points.filter(({ value }) => value !== null)
  return (
    <details className={styles.behind}>
      <summary>
        {t('signs.behind')} <IconChevronDown size={16} aria-hidden="true" />
        <span className="unseen" data-no-words>
          {name}
        </span>
      </summary>
      <dl>
        <dt>{t('signs.formula')}</dt>
        <dd data-no-words>{formula}</dd>
        <dt>{t('signs.source')}</dt>
        <dd data-no-words>{source}</dd>
      </dl>
      {shown.length > 1 && (
        <History
          label={t('signs.past', { name })}
          points={points.map(({ quarter: id, value }) => ({ id, value, low: null, high: null, chance: null }))}
          first={quarter(points[0]!.quarter)}
          last={quarter(points.at(-1)!.quarter)}
          format={written}
        />
      )}
      {points.length > 0 && <Past sign={sign} />}
    </details>
  )
}

function Past({ sign: { name, kind, points } }: { sign: StageSign }) {
  const t = useWords('stage')
  const when = useWhen()
  const { written, quarter } = useValue(kind)
  const columns: Column<StageSign['points'][number]>[] = [
    { id: 'quarter', head: t('signs.quarter'), cell: (point) => quarter(point.quarter) },
    {
      id: 'value',
      head: t('signs.value'),
      cell: ({ value }) => (value === null ? t('signs.few') : kind === 'number' ? when.number(value) : written(value)),
      numeric: true,
    },
  ]
  return (
    <DataTable
      caption={t('signs.past', { name })}
      columns={columns}
      rows={points.toReversed()}
      rowKey={(point) => point.quarter}
    />
  )
}
