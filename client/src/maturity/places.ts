import type { MaturityAct } from '@mortar/contract/measurement-maturity'
import { paths } from '#app/paths.ts'

/** Where a next step is done: in the community, or in the organization. */
export function placeOf(act: MaturityAct, slug: string | undefined): string {
  const inside = (own: (slug: string) => string, else_: string) => (slug ? own(slug) : else_)
  const places: Record<MaturityAct, string> = {
    care: inside(paths.communityCare, paths.communities()),
    charter: inside(paths.charter, paths.communities()),
    communities: paths.communities(),
    escalations: paths.escalations(slug ? { community: slug } : {}),
    imperatives: paths.imperatives(),
    inquiries: paths.inquiries(slug ? { community: slug } : {}),
    people: inside(paths.members, paths.communities()),
    practices: inside(paths.repertoire, paths.practices()),
    matrix: paths.matrix(),
    sheets: inside(paths.sheets, paths.communities()),
    stage: inside(paths.communityStage, paths.communities()),
    maturity: inside(paths.communityMaturity, paths.maturity()),
  }
  return places[act]
}
