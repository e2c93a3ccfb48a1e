import type { Origin } from '@mortar/contract/inquiry'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import styles from '../inquiry.module.css'

/** Where words that were brought in stood first, who wrote them there and when, and under which licence. */
export function OriginLine({ origin, by, at }: { origin: Origin; by: string | undefined; at: string }) {
  const t = useWords('inquiry')
  const when = useWhen()
  const { site, address, licence } = origin
  const words = t('origin.from', { site, day: when.day(at), name: by ?? t('somebody') })
  return (
    <p className={styles.origin}>
      {address ? <a href={address}>{words}</a> : words}
      {licence && (
        <>
          {' · '}
          <a href={licence.address} rel="license">
            {licence.name}
          </a>
        </>
      )}
    </p>
  )
}
