import { useSuspenseQuery } from '@tanstack/react-query'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { CommunityTag, EmptyState, Go, Mark } from '#ui/index.ts'
import { ItemActs } from '../ItemActs.tsx'
import { ItemFacts } from '../ItemFacts.tsx'
import styles from '../learning.module.css'
import type { Suggestion } from '../types.ts'

const atOnce = 8

/** Items with the reason why each is here; what is many folds. */
export function Suggestions() {
  const t = useWords('learning')
  const { data } = useSuspenseQuery(query('GET /learning/suggestions'))
  if (data.items.length === 0) return <EmptyState title={t('suggestions.none')}>{t('suggestions.noneHow')}</EmptyState>
  const folded = data.items.slice(atOnce)
  return (
    <>
      <List items={data.items.slice(0, atOnce)} />
      {folded.length > 0 && (
        <details>
          <summary className={styles.soft}>{t('suggestions.more', { count: folded.length })}</summary>
          <List items={folded} />
        </details>
      )}
    </>
  )
}

function List({ items }: { items: Suggestion[] }) {
  return (
    <ul className={styles.lines}>
      {items.map((suggestion) => (
        <Line key={suggestion.item.id} suggestion={suggestion} />
      ))}
    </ul>
  )
}

function Line({ suggestion: { item, reasons } }: { suggestion: Suggestion }) {
  const t = useWords('learning')
  return (
    <li className={styles.line}>
      <h3 className={styles.name}>
        <Go to={paths.learningItem(item.id)}>{item.title}</Go>
      </h3>
      <ItemFacts item={item} />
      {reasons.slice(0, 2).map(({ kind, topic, law, community }) =>
        kind === 'plan' ? (
          <p key="plan" className={styles.reason}>
            {community && <CommunityTag {...community} to={paths.community(community.slug)} />}
            <span>
              {t(community ? 'reason.plan' : 'reason.planSeveral', {
                community: community?.name ?? '',
                topic: topic!.name,
              })}
            </span>
          </p>
        ) : kind === 'law' ? (
          <p key="law" className={styles.reason}>
            <Mark kind="note">{t('reason.law')}</Mark> <span>{law}</span>
          </p>
        ) : (
          <p key={topic!.id} className={styles.reason}>
            {t(`reason.${kind}`, { topic: topic!.name })}
          </p>
        ),
      )}
      <ItemActs item={item} />
    </li>
  )
}
