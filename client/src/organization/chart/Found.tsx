import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDebouncedValue } from '@mantine/hooks'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { Go, ListSkeleton, PersonChip, Refusal, Section } from '#ui/index.ts'
import styles from './chart.module.css'

/** Units and people that the words may mean. */
export function Found({ words }: { words: string }) {
  const t = useWords('organization')
  const [settled] = useDebouncedValue(words, 150)
  const asking = { placeholderData: keepPreviousData } as const
  const units = useQuery({ ...query('GET /units', { query: { words: settled } }), ...asking })
  const people = useQuery({ ...query('GET /people', { query: { words: settled, limit: 30 } }), ...asking })
  const error = units.error ?? people.error
  if (error) return <Refusal error={error} />
  if (!units.data || !people.data) return <ListSkeleton />
  return (
    <div className={styles.found} aria-live="polite">
      <Section title={t('chart.foundUnits')}>
        {units.data.items.length === 0 && <p className={styles.soft}>{t('chart.noUnitFound')}</p>}
        <ul className={styles.lines}>
          {units.data.items.map(({ id, name, people: count, path }) => (
            <li key={id}>
              <Go to={paths.unit(id)}>{name}</Go>
              <span className={styles.soft}>
                {[path.map((above) => above.name).join(' › '), t('chart.people', { people: count })]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('chart.foundPeople')}>
        {people.data.items.length === 0 && <p className={styles.soft}>{t('chart.nobodyFound')}</p>}
        <ul className={styles.lines}>
          {people.data.items.map(({ id, name, title, unit, photo, gone }) => (
            <li key={id}>
              <PersonChip
                name={name}
                photo={photo}
                gone={gone}
                to={paths.person(id)}
                note={[title, unit].filter(Boolean).join(', ')}
              />
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}
