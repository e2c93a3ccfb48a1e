import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { Section, UnitTag } from '#ui/index.ts'
import type { Person } from '../sections.ts'
import styles from './person.module.css'

/** Where somebody works and worked, the newest first. */
export function History({ history }: { history: NonNullable<Person['history']> }) {
  const t = useWords('organization')
  const when = useWhen()
  return (
    <Section title={t('person.history')}>
      <ol className={styles.history}>
        {history.map(({ title, unit, from, to }) => (
          <li key={`${from} ${unit?.id} ${title}`}>
            <span className={styles.days}>
              {to
                ? t('person.fromTo', { from: when.day(from), to: when.day(to) })
                : t('person.since', { from: when.day(from) })}
            </span>
            <span>{title ?? t('person.noTitle')}</span>
            {unit && <UnitTag name={unit.name} to={paths.unit(unit.id)} />}
          </li>
        ))}
      </ol>
    </Section>
  )
}
