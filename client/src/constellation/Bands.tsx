import type { Constellation } from '@mortar/contract/network-constellation'
import { useWords } from '#app/words.ts'
import styles from './constellation.module.css'
import { shapesOf, threadsOf, type Way } from './drawing.ts'
import { useBandName } from './Legend.tsx'

interface BandsProps {
  constellation: Constellation
  way: Way
  chosen: string | undefined
  onChoose: (band: string | undefined) => void
}

/** The communities, each a band as wide as its people in each unit. */
export function Bands({ constellation: { bands, units }, way, chosen, onChoose }: BandsProps) {
  const t = useWords('constellation')
  const name = useBandName()
  return bands.map((band) => (
    <g
      key={band.id}
      className={styles.band}
      data-colour={band.colour}
      data-chosen={band.id === chosen || undefined}
      onClick={() => onChoose(band.id === chosen ? undefined : band.id)}
    >
      <title>{t('bandTitle', { name: name(band), people: band.people })}</title>
      {threadsOf(band, units, way).map((path, n) => (
        <path key={n} d={path} className={styles.thread} />
      ))}
      {shapesOf(band, units, way).map((path, n) => (
        <path key={n} d={path} className={styles.shape} />
      ))}
    </g>
  ))
}
