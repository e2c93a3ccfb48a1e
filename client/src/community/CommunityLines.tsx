import type { CommunityLine } from '@mortar/contract/community'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { CommunityTag, Go } from '#ui/index.ts'
import styles from './community.module.css'

/** Communities as lines: what each is about first, then where it stands. */
export function CommunityLines({ items }: { items: readonly CommunityLine[] }) {
  const t = useWords('community')
  return (
    <ul className={styles.lines}>
      {items.map((line) => (
        <li key={line.id} className={styles.line} data-closed={line.closed || undefined}>
          <h2 className={styles.name}>
            <Go to={paths.community(line.slug)}>{line.name}</Go> <CommunityTag {...line} />
          </h2>
          <p className={styles.domain}>{line.domain}</p>
          <p className={styles.facts}>
            <span>{line.closed ? t('closed.mark') : t(`stage.${line.stage}`)}</span>
            <span>{t('people', { count: line.people })}</span>
            {line.visibility !== 'open' && <span>{t(`visibility.${line.visibility}`)}</span>}
            {line.member && <strong>{t('member')}</strong>}
          </p>
        </li>
      ))}
    </ul>
  )
}
