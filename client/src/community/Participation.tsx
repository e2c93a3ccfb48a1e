import { useWords } from '#app/words.ts'
import { Section } from '#ui/index.ts'
import styles from './community.module.css'
import type { CommunityHome } from './use-community.ts'

/** How people take part, as counts of five or more, with the formula in reach. Nobody is listed or ranked. */
export function Participation({ members, ...counts }: CommunityHome['participation']) {
  const t = useWords('community')
  const groups = ['core', 'active', 'peripheral'] as const
  return (
    <Section small title={t('participation.title')}>
      <dl className={styles.participation}>
        {groups.map((group) => (
          <div key={group}>
            <dt>{t(`participation.${group}`)}</dt>
            <dd>{counts[group] ?? <span className={styles.soft}>{t('participation.tooFew')}</span>}</dd>
          </div>
        ))}
      </dl>
      <details className={styles.soft}>
        <summary>{t('participation.how')}</summary>
        <p>{t('participation.formula', { members })}</p>
      </details>
    </Section>
  )
}
