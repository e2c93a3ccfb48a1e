import { useSuspenseQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { query } from '#app/api.ts'
import { useMe } from '#app/me.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { Go } from '#ui/index.ts'
import styles from './learning.module.css'

/** What is mine, the catalogue, and what is asked: pages that belong together. */
export function Places() {
  const t = useWords('learning')
  const { pathname } = useLocation()
  const { data: me } = useMe()
  const { data: mine } = useSuspenseQuery(query('GET /learning'))
  const places: (readonly [to: string, word: string])[] = [
    [paths.learning(), t('places.mine')],
    [paths.learningItems(), t('places.items')],
    [paths.assessments(), t('places.assessments')],
    [paths.pairs(), t('places.pairs')],
  ]
  if (mine.may.plan) places.push([paths.overlap(), t('places.overlap')], [paths.plans(), t('places.plans')])
  if (me?.may.administer) places.push([paths.learningLead(), t('places.lead')])
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
