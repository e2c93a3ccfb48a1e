import type { Constellation } from '@mortar/contract/network-constellation'
import { useWords } from '#app/words.ts'
import styles from './constellation.module.css'

type Band = Constellation['bands'][number]

interface LegendProps {
  bands: readonly Band[]
  chosen: string | undefined
  onChoose: (band: string | undefined) => void
}

/** Every band by its name: what a phone and a keyboard choose from. */
export function Legend({ bands, chosen, onChoose }: LegendProps) {
  const name = useBandName()
  const t = useWords('constellation')
  if (bands.length === 0) return null
  return (
    <ul className={styles.legend} aria-label={t('legend')}>
      {bands.map((band) => (
        <li key={band.id}>
          <button
            type="button"
            aria-pressed={band.id === chosen}
            onClick={() => onChoose(band.id === chosen ? undefined : band.id)}
          >
            <i data-colour={band.colour} aria-hidden="true" />
            <b>{band.short}</b> {name(band)}
          </button>
        </li>
      ))}
    </ul>
  )
}

export function useBandName() {
  const t = useWords('constellation')
  return (band: Pick<Band, 'name' | 'communities'>) =>
    band.communities === 1 ? band.name : t('bandOfMany', { name: band.name, others: band.communities - 1 })
}
