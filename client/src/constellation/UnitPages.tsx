import type { Constellation } from '@mortar/contract/network-constellation'
import { useWords } from '#app/words.ts'
import { Go, useAddress, useChangedAddress } from '#ui/index.ts'
import styles from './constellation.module.css'
import { unitsIn } from './use-unit-name.ts'

interface UnitPagesProps {
  constellation: Constellation
  /** Whether bricks are drawn, to be chosen. */
  drawn: boolean
}

/** Where a unit has more units inside than one picture carries: which of them these are, and the way to the others. */
export function UnitPages({ constellation: { units, unitsBefore, unitsInAll }, drawn }: UnitPagesProps) {
  const t = useWords('constellation')
  const [{ take }] = useAddress()
  const changed = useChangedAddress()
  const shown = unitsIn(units)
  if (shown === unitsInAll) {
    return shown > units.length ? (
      <p className={styles.soft}>{t(drawn ? 'bricksOfMany' : 'togetherOfMany', { count: shown })}</p>
    ) : null
  }
  const words = { first: unitsBefore + 1, last: unitsBefore + shown, all: unitsInAll }
  const step = Number(take ?? shown)
  return (
    <nav className={styles.pages} aria-label={t('units', words)}>
      <Go to={changed({ skip: undefined, take: undefined })} stay>
        {t('unitsAll', { count: unitsInAll })}
      </Go>
      {unitsBefore > 0 && (
        <Go to={changed({ skip: String(Math.max(0, unitsBefore - step)), take: String(step) })} stay>
          {t('unitsBefore')}
        </Go>
      )}
      <span>{t('units', words)}</span>
      {unitsBefore + shown < unitsInAll && (
        <Go to={changed({ skip: String(unitsBefore + shown), take: String(step) })} stay>
          {t('unitsAfter')}
        </Go>
      )}
    </nav>
  )
}
