import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { CommunityTag, Go, Mark } from '#ui/index.ts'
import type { Line } from '../api.ts'
import styles from '../inquiry.module.css'

/** Inquiries as lines: the problem first, then how it stands. */
export function InquiryLines({ items }: { items: readonly Line[] }) {
  return (
    <ul className={styles.lines}>
      {items.map((line) => (
        <InquiryLine key={line.id} line={line} />
      ))}
    </ul>
  )
}

function InquiryLine({ line }: { line: Line }) {
  const t = useWords('inquiry')
  const when = useWhen()
  return (
    <li className={styles.line}>
      <Go to={paths.inquiry(line.id)} className={styles.lineTitle}>
        {line.title ?? t(`withheld.${line.withheld ?? 'hidden'}`)}
      </Go>
      <div className={styles.facts}>
        {line.communities.map((community) => (
          <CommunityTag key={community.id} {...community} to={paths.community(community.slug)} />
        ))}
        <StateMark line={line} />
        <span>{t('answers', { count: line.answers })}</span>
        {line.askedBy && <span>{line.askedBy.name}</span>}
        {line.unit && <span>{line.unit.name}</span>}
        <time dateTime={line.lastAt} title={when.time(line.lastAt)}>
          {when.ago(line.lastAt)}
        </time>
      </div>
    </li>
  )
}

interface StateMarkProps {
  line: Pick<Line, 'state'> & Partial<Pick<Line, 'withheld'>>
}

export function StateMark({ line }: StateMarkProps) {
  const t = useWords('inquiry')
  if (line.withheld) return <Mark kind="quiet">{t(`withheldMark.${line.withheld}`)}</Mark>
  return <Mark kind={line.state === 'resolved' ? 'worked' : 'note'}>{t(`state.${line.state}`)}</Mark>
}
