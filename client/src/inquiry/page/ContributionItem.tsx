import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { Mark, Markdown, PersonChip } from '#ui/index.ts'
import type { Contribution, Inquiry } from '../api.ts'
import styles from '../inquiry.module.css'
import { ContributionActs } from './ContributionActs.tsx'
import { History } from './History.tsx'
import { OriginLine } from './OriginLine.tsx'

interface ItemProps {
  inquiry: Inquiry
  contribution: Contribution
}

/** One contribution with its replies. Its kind is told by a word, and by a mark of its own on the left edge. */
export function ContributionItem({ inquiry, contribution }: ItemProps) {
  const t = useWords('inquiry')
  const when = useWhen()
  const { id, kind, outcome, html, withheld, by, at, helped, thanks, version, origin } = contribution
  const replies = inquiry.contributions.filter(({ parent }) => parent === id)
  return (
    <article
      id={id}
      className={styles.contribution}
      data-kind={kind}
      data-outcome={outcome ?? undefined}
      data-withheld={withheld ?? undefined}
    >
      <div className={styles.contributionHead}>
        {kind !== 'reply' && <KindMark contribution={contribution} />}
        {by && <PersonChip name={by.name} photo={by.photo} to={paths.person(by.id)} note={by.title} gone={by.gone} />}
        {!by && <span>{t('somebody')}</span>}
        <a href={`#${id}`} className={styles.moment}>
          <time dateTime={at} title={when.time(at)}>
            {when.ago(at)}
          </time>
        </a>
        {version > 1 && html !== null && <History of={{ contribution: id }} />}
      </div>
      {withheld && <p className={styles.soft}>{t(html ? `withheldOwn.${withheld}` : `withheld.${withheld}`)}</p>}
      {html && <Markdown html={html} />}
      {origin && <OriginLine origin={origin} by={by?.name} at={at} />}
      {helped && (
        <p className={styles.said}>
          {t('helped.said', { name: helped.by?.name ?? t('somebody'), time: when.ago(helped.at) })}
        </p>
      )}
      {thanks.length > 0 && <Thanks thanks={thanks} />}
      <ContributionActs inquiry={inquiry} contribution={contribution} />
      {replies.length > 0 && (
        <div className={styles.replies}>
          {replies.map((reply) => (
            <ContributionItem key={reply.id} inquiry={inquiry} contribution={reply} />
          ))}
        </div>
      )}
    </article>
  )
}

function KindMark({ contribution: { kind, outcome } }: { contribution: Contribution }) {
  const t = useWords('inquiry')
  if (outcome) return <Mark kind={outcome}>{t(`experience.${outcome}`)}</Mark>
  return (
    <Mark kind={kind === 'challenge' ? 'partly' : kind === 'question' ? 'quiet' : 'note'}>{t(`kind.${kind}`)}</Mark>
  )
}

function Thanks({ thanks }: { thanks: Contribution['thanks'] }) {
  const t = useWords('inquiry')
  return (
    <ul className={styles.thanks} aria-label={t('thanks.list')}>
      {thanks.map(({ by, reason, at }) => (
        <li key={`${by?.id} ${at}`}>{t('thanks.line', { name: by?.name ?? t('somebody'), reason })}</li>
      ))}
    </ul>
  )
}
