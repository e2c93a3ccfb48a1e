import type { PulseFigure, PulseTheme, PulseWave } from '@mortar/contract/measurement-pulse'
import { IconChevronDown } from '@tabler/icons-react'
import { useId } from 'react'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { type Column, DataTable, History, Mark } from '#ui/index.ts'
import styles from '../measurement.module.css'

interface ThemeCardProps {
  theme: PulseTheme
  name: string
  meaning: string
  source: string
  /** Closed ones, the earliest first. */
  waves: readonly PulseWave[]
}

type Said = PulseFigure & { wave: PulseWave }

/** One theme: how far answers agree, only then the mean, its course from wave to wave, and all of it as a table. */
export function ThemeCard({ theme, name, meaning, source, waves }: ThemeCardProps) {
  const t = useWords('measurement')
  const when = useWhen()
  const id = useId()
  const figures = waves.flatMap((wave): Said[] => {
    const figure = wave.figures.find((one) => one.theme === theme)
    return figure ? [{ ...figure, wave }] : []
  })
  const latest = figures.at(-1)!
  const digits = (value: number) => when.number(value)
  return (
    <article className={styles.card} aria-labelledby={id}>
      <h3 id={id} data-no-words>
        {name}
      </h3>
      <p className={styles.soft} data-no-words>
        {meaning}
      </p>
      <Latest figure={latest} />
      {figures.filter(({ mean }) => mean !== null).length > 1 && (
        <History
          label={t('pulse.history', { name })}
          points={figures.map(({ wave, mean, low, high }) => ({ id: wave.id, value: mean, low, high, chance: null }))}
          first={when.day(figures[0]!.wave.closes)}
          last={when.day(latest.wave.closes)}
          format={digits}
          range={[1, 7]}
        />
      )}
      <Behind name={name} figures={figures} source={source} />
    </article>
  )
}

/** Agreement first: what a mean is worth depends on it. */
function Latest({ figure }: { figure: Said }) {
  const t = useWords('measurement')
  const when = useWhen()
  const { state, agreement, icc, mean, low, high, wave } = figure
  if (state === 'few') return <p className={styles.few}>{t('pulse.few')}</p>
  return (
    <>
      <p>
        <Mark kind={state === 'apart' ? 'partly' : 'worked'}>
          {t(state === 'apart' ? 'pulse.apart' : 'pulse.agree', { value: when.number(agreement!) })}
        </Mark>
      </p>
      <p className={styles.soft}>
        {icc ? t('pulse.between', { value: when.number(icc.value), groups: icc.groups }) : t('pulse.betweenUnknown')}
      </p>
      {mean !== null && (
        <>
          <p className={styles.value}>
            <strong>{when.number(mean)}</strong> <span>{t('pulse.ofSeven', { day: when.day(wave.closes) })}</span>
          </p>
          <p className={styles.soft}>
            {t('sure', { interval: t('between', { low: when.number(low!), high: when.number(high!) }) })}
          </p>
          <p className={styles.soft}>{t(state === 'group' ? 'pulse.readGroup' : 'pulse.readPeople')}</p>
        </>
      )}
    </>
  )
}

function Behind({ name, figures, source }: { name: string; figures: readonly Said[]; source: string }) {
  const t = useWords('measurement')
  const when = useWhen()
  const dash = (value: number | null) => (value === null ? '–' : when.number(value))
  const columns: Column<Said>[] = [
    { id: 'wave', head: t('pulse.closedOn'), cell: ({ wave }) => when.day(wave.closes) },
    {
      id: 'answered',
      head: t('pulse.answers'),
      cell: ({ wave }) => (wave.answered > 0 ? t('pulse.atLeast', { count: wave.answered }) : t('tooFew')),
      numeric: true,
    },
    {
      id: 'agreement',
      head: t('pulse.explain.agreementName'),
      cell: ({ agreement }) => dash(agreement),
      numeric: true,
    },
    { id: 'icc', head: t('pulse.explain.betweenName'), cell: ({ icc }) => dash(icc?.value ?? null), numeric: true },
    {
      id: 'mean',
      head: t('pulse.mean'),
      cell: ({ mean, state }) => (state === 'few' ? t('tooFew') : dash(mean)),
      numeric: true,
    },
    {
      id: 'interval',
      head: t('interval'),
      cell: ({ low, high }) => (low === null ? '–' : t('between', { low: when.number(low), high: when.number(high!) })),
      numeric: true,
    },
  ]
  return (
    <details className={styles.behind}>
      <summary>
        {t('behind')} <IconChevronDown size={16} aria-hidden="true" />
        <span className="unseen" data-no-words>
          {name}
        </span>
      </summary>
      <dl>
        {(['agreement', 'between', 'caution'] as const).map((part) => (
          <div key={part}>
            <dt>{t(`pulse.explain.${part}Name`)}</dt>
            <dd>{t(`pulse.explain.${part}`)}</dd>
          </div>
        ))}
        <div>
          <dt>{t('parts.source')}</dt>
          <dd data-no-words>{source}</dd>
        </div>
      </dl>
      <DataTable
        caption={t('pulse.tableOf', { name })}
        columns={columns}
        rows={figures.toReversed()}
        rowKey={({ wave }) => wave.id}
      />
    </details>
  )
}
