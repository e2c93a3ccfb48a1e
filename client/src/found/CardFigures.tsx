import type { FoundView } from '@mortar/contract/network-discovery'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { Figure } from './Figure.tsx'
import styles from './found.module.css'
import { useWindowOf } from './use-found.ts'

/** The numbers of a community found, each with where it comes from. */
export function CardFigures({ found }: { found: FoundView }) {
  const t = useWords('found')
  const when = useWhen()
  const window = useWindowOf()(found.run.settings)
  const { ties, byChance, times, gain, stability, seeds } = found.evidence
  const { number } = when
  return (
    <div className={styles.figures}>
      {found.people !== null && (
        <Figure
          label={t('card.people')}
          value={number(found.people)}
          formula={t('card.peopleHow')}
          window={window}
          uncertainty={t('card.peopleSure')}
        />
      )}
      {found.units !== null && (
        <Figure
          label={t('card.unitCount')}
          value={number(found.units)}
          formula={t('card.unitCountHow')}
          window={window}
        />
      )}
      <Figure
        label={t('card.cohesion')}
        value={t('card.timesChance', { times: number(times) })}
        formula={t('card.cohesionHow', { ties: number(ties), mean: number(byChance.mean) })}
        of={t(`card.cohesionOf.${found.run.settings.form}`)}
        window={window}
        uncertainty={t('card.cohesionSure', {
          low: number(byChance.low),
          high: number(byChance.high),
          rewirings: byChance.rewirings,
        })}
      />
      <Figure
        label={t('card.stability')}
        value={when.percent(stability)}
        formula={t('card.stabilityHow', { seeds })}
        uncertainty={t('card.stabilitySure')}
      />
      <Figure
        label={t('card.gain')}
        value={number(gain)}
        formula={t('card.gainHow')}
        uncertainty={t('card.gainSure')}
      />
    </div>
  )
}
