import type { MaturityRows } from '#measurement/index.ts'
import type { Telling } from './telling.ts'

/** How communities and the organization answered about themselves. */
export function tellMaturity({ id, at, happened, example }: Telling): MaturityRows {
  const rows: Required<MaturityRows> = { maturityAssessment: [], maturityAnswer: [] }
  for (const { slug, community, begun, ended, answers, evidence } of example.maturity) {
    const assessment = id('assessment', slug)
    const communityId = community === undefined ? null : id('community', community)
    rows.maturityAssessment.push({
      id: assessment,
      communityId,
      begunBy: id('person', begun.by),
      begunAt: at(begun.at),
      endedBy: ended ? id('person', ended.by) : null,
      endedAt: ended ? at(ended.at) : null,
      evidence: evidence ?? null,
    })
    for (const { question, level, why, by, at: moment } of answers)
      rows.maturityAnswer.push({
        assessmentId: assessment,
        question,
        level,
        why,
        byId: id('person', by),
        at: at(moment),
      })
    for (const [act, done] of [
      ['begun', begun],
      ['ended', ended],
    ] as const)
      if (done)
        happened.push({
          actor: id('person', done.by),
          verb: `maturity.${act}`,
          subject: communityId ? { kind: 'community', id: communityId } : { kind: 'organization', id: assessment },
          communities: communityId ? [communityId] : [],
          detail: { assessment },
          at: at(done.at),
        })
  }
  return rows
}
