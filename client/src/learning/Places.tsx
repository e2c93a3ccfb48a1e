import { useLocation } from '@tanstack/react-router'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { Go } from '#ui/index.ts'
import styles from './learning.module.css'

/** What is mine, and the catalogue: pages that belong together. */
export function Places() {
  const t = useWords('learning')
  const { pathname } = useLocation()
  const places = [
    [paths.learning(), t('places.mine')],
    [paths.learningItems(), t('places.items')],
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
