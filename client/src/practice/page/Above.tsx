import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { paths } from '#app/paths.ts'
import { CommunityTag, Mark, type MarkKind } from '#ui/index.ts'
import type { Practice } from '../api.ts'

const stateMark: Record<Practice['state'], MarkKind> = {
  draft: 'quiet',
  proposed: 'note',
  current: 'worked',
  retired: 'quiet',
}

/** What kind of thing it is, where it stands, and three facts kept apart: current, validated, verified. */
export function Above({ practice }: { practice: Practice }) {
  const t = useWords('practice')
  const when = useWhen()
  const { community, validatedAt, verifiedAt, reviewAt, overdue } = practice
  return (
    <>
      {community && <CommunityTag {...community} to={paths.community(community.slug)} />}
      <span>{t(`kind.${practice.kind}`)}</span>
      <Mark kind={stateMark[practice.state]}>{t(`state.${practice.state}`)}</Mark>
      {validatedAt && <Mark kind="worked">{t('validatedOn', { day: when.day(validatedAt) })}</Mark>}
      {verifiedAt && <Mark kind={overdue ? 'partly' : 'worked'}>{t('verifiedOn', { day: when.day(verifiedAt) })}</Mark>}
      {!verifiedAt && practice.state === 'current' && <span>{t('neverVerified')}</span>}
      {reviewAt && practice.state === 'current' && (
        <span>{t(overdue ? 'reviewWas' : 'reviewNext', { day: when.day(reviewAt) })}</span>
      )}
    </>
  )
}
