import type { Constellation } from '@mortar/contract/network-constellation'
import { useWords } from '#app/words.ts'
import { Go, useChangedAddress } from '#ui/index.ts'
import styles from './constellation.module.css'

type Above = Pick<Constellation, 'path' | 'group'> & { within: { name: string } | null }

/** From the whole organization down to what is shown. */
export function Way({ constellation: { path, within, group } }: { constellation: Above }) {
  const t = useWords('constellation')
  const changed = useChangedAddress()
  const to = (unit: string | undefined) =>
    changed({ within: unit, group: undefined, deep: undefined, skip: undefined, take: undefined })
  if (path.length === 0 && !group) return null
  return (
    <ol className={styles.way}>
      {path.map((unit, n) => (
        <li key={unit.id}>
          <Go to={to(n === 0 ? undefined : unit.id)} stay>
            {unit.name}
          </Go>
        </li>
      ))}
      {within &&
        (group ? (
          <>
            <li>
              <Go to={changed({ group: undefined, deep: undefined })} stay>
                {within.name}
              </Go>
            </li>
            <li aria-current="true">{t('groupOf', { name: group.name })}</li>
          </>
        ) : (
          <li aria-current="true">{within.name}</li>
        ))}
    </ol>
  )
}
