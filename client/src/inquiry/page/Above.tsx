import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { CommunityTag, Go, PersonChip, UnitTag } from '#ui/index.ts'
import type { Inquiry } from '../api.ts'
import styles from '../inquiry.module.css'
import { StateMark } from '../list/InquiryLines.tsx'
import { History } from './History.tsx'

/** Over the title: where it was asked, by whom, in which unit, and how long ago. */
export function Above({ inquiry }: { inquiry: Inquiry }) {
  const t = useWords('inquiry')
  const when = useWhen()
  const { communities, askedBy, unit, askedAt, problemKind, topics, version } = inquiry
  return (
    <>
      {communities.map((community) => (
        <CommunityTag key={community.id} {...community} to={paths.community(community.slug)} />
      ))}
      <StateMark line={inquiry} />
      <span>
        {t('head.asked')}{' '}
        <time dateTime={askedAt} title={when.time(askedAt)}>
          {when.ago(askedAt)}
        </time>
      </span>
      {askedBy && (
        <PersonChip
          name={askedBy.name}
          photo={askedBy.photo}
          to={paths.person(askedBy.id)}
          note={askedBy.title}
          gone={askedBy.gone}
        />
      )}
      {unit && <UnitTag name={unit.name} to={paths.unit(unit.id)} />}
      {problemKind && <span>{problemKind}</span>}
      {topics.map(({ id, name }) => (
        <Go
          key={id}
          className={styles.topic}
          to={paths.inquiries({ ...(communities.length === 1 && { community: communities[0]!.id }), topic: id })}
        >
          {name}
        </Go>
      ))}
      {version > 1 && inquiry.html !== null && <History of={{ inquiry: inquiry.id }} />}
    </>
  )
}
