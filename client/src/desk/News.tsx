import type { HomeView, News as Line } from '@mortar/contract/desk'
import { addressOfPage } from '#attention/addresses.ts'
import { useHappened } from '#attention/happened.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { Go, Section } from '#ui/index.ts'
import styles from './desk.module.css'

/** What others did where I am, by community, and on what I follow elsewhere; and then that is all. */
export function News({ news, followed }: Pick<HomeView, 'news' | 'followed'>) {
  const t = useWords('desk')
  return (
    <Section title={t('news.title')}>
      {news.map(({ community, lines }) => (
        <div key={community.id} className={styles.news}>
          <p className={styles.place}>
            <Go to={paths.community(community.slug)}>{community.name}</Go>
          </p>
          <NewsLines lines={lines} />
        </div>
      ))}
      {followed.length > 0 && (
        <div className={styles.news}>
          <p className={styles.place}>{t('news.followed')}</p>
          <NewsLines lines={followed} />
        </div>
      )}
      <p className={styles.soft}>{t(news.length + followed.length === 0 ? 'news.none' : 'news.all')}</p>
    </Section>
  )
}

/** Pages with what happened there last, who did it and when. */
export function NewsLines({ lines }: { lines: readonly Line[] }) {
  const t = useWords('desk')
  const when = useWhen()
  const happened = useHappened()
  return (
    <ul className={styles.lines}>
      {lines.map((line) => (
        <li key={`${line.verb} ${line.page.id}`}>
          <Go to={addressOfPage(line.page)}>{line.page.title ?? t('withheld')}</Go>
          <p className={styles.facts}>
            <span>{happened(line.verb, line.actor?.name)}</span>
            <span>{when.ago(line.at)}</span>
          </p>
        </li>
      ))}
    </ul>
  )
}
