import type { Constellation } from '@mortar/contract/network-constellation'
import { useWords } from '#app/words.ts'
import { Go, useAddress, useChangedAddress } from '#ui/index.ts'
import styles from './constellation.module.css'

/** Where a unit has more units inside than one picture carries. */
export function UnitPages({ constellation: { units, unitsInAll } }: { constellation: Constellation }) {
  const t = useWords('constellation')
  const [{ skip = '0' }] = useAddress()
  const changed = useChangedAddress()
  const first = Number(skip)
  if (unitsInAll <= units.length && first === 0) return null
  const most = 12
  return (
    <nav
      className={styles.pages}
      aria-label={t('units', { first: first + 1, last: first + units.length, all: unitsInAll })}
    >
      {first > 0 && (
        <Go to={changed({ skip: first > most ? String(first - most) : undefined })} stay>
          {t('unitsBefore')}
        </Go>
      )}
      <span>{t('units', { first: first + 1, last: first + units.length, all: unitsInAll })}</span>
      {first + units.length < unitsInAll && (
        <Go to={changed({ skip: String(first + most) })} stay>
          {t('unitsAfter')}
        </Go>
      )}
    </nav>
  )
}
