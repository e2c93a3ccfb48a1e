import type { Found } from '@mortar/contract/search'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { CommunityTag, Go } from '#ui/index.ts'
import { addressOf } from './addresses.ts'
import { Pieces } from './Pieces.tsx'
import styles from './search.module.css'

/** What is, rather than happened. */
const timeless: ReadonlySet<Found['kind']> = new Set(['person', 'community', 'unit', 'imperative'])

/** One thing found, and why it stands here. */
export function FoundLine({ found }: { found: Found }) {
  const t = useWords('search')
  const when = useWhen()
  return (
    <li className={styles.line}>
      <Go to={addressOf(found)} className={styles.title}>
        <Pieces pieces={found.title} />
      </Go>
      {found.excerpt.length > 0 && (
        <p className={styles.excerpt}>
          <Pieces pieces={found.excerpt} />
        </p>
      )}
      <p className={styles.facts}>
        <span>{t(`kind.${found.kind}`)}</span>
        {found.kind !== 'community' &&
          found.communities.map((community) => (
            <CommunityTag key={community.id} {...community} to={paths.community(community.slug)} />
          ))}
        {!timeless.has(found.kind) && <span>{when.ago(found.at)}</span>}
        {found.why.map((why) => (
          <span key={why}>{t(`why.${why}`)}</span>
        ))}
      </p>
    </li>
  )
}
