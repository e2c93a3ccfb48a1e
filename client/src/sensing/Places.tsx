import { useLocation } from '@tanstack/react-router'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { Go } from '#ui/index.ts'
import styles from './sensing.module.css'

/** News from outside, what went up the line, and what the organization wants to reach: three pages that belong together. */
export function Places() {
  const t = useWords('sensing')
  const { pathname } = useLocation()
  const places = [
    [paths.signals(), t('places.signals')],
    [paths.escalations(), t('places.escalations')],
    [paths.imperatives(), t('places.imperatives')],
  ] as const
  return (
    <nav className={styles.places} aria-label={t('places.label')}>
      {places.map(([to, word]) => (
        <Go key={to} to={to} aria-current={pathname === to ? 'page' : undefined}>
          {word}
        </Go>
      ))}
    </nav>
  )
}
