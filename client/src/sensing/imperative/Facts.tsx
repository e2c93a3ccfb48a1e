import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { Mark, PersonChip } from '#ui/index.ts'
import styles from '../sensing.module.css'
import type { Imperative } from '../types.ts'

/** From when to when it holds, and who carries it. */
export function Facts({ imperative: { from, to, holds, ended, carrier } }: { imperative: Imperative }) {
  const t = useWords('sensing')
  const when = useWhen()
  return (
    <p className={styles.facts}>
      {ended ? (
        <Mark kind="quiet">{t('imperative.endedOn', { day: when.day(ended.at) })}</Mark>
      ) : (
        <Mark kind={holds ? 'worked' : 'note'}>{t(holds ? 'imperative.holds' : 'imperative.notNow')}</Mark>
      )}
      <span>
        {to
          ? t('imperative.fromTo', { from: when.day(from), to: when.day(to) })
          : t('imperative.from', { from: when.day(from) })}
      </span>
      {carrier && (
        <span>
          {t('imperative.carriedBy')}{' '}
          <PersonChip name={carrier.name} photo={carrier.photo} to={paths.person(carrier.id)} gone={carrier.gone} />
        </span>
      )}
    </p>
  )
}
