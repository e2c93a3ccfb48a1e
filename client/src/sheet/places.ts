import type { SheetAct } from '@mortar/contract/community-sheets'
import { paths } from '#app/paths.ts'

/** Where an item of a list is done in earnest. */
export function placeOf(act: SheetAct, slug: string): string {
  const places: Record<SheetAct, string> = {
    ask: paths.ask({ community: slug }),
    care: paths.communityCare(slug),
    charter: paths.charter(slug),
    close: paths.closeCommunity(slug),
    escalations: paths.escalations({ community: slug }),
    imperatives: paths.imperatives(),
    indicators: paths.communityIndicators(slug),
    people: paths.members(slug),
    practices: paths.repertoire(slug),
    sheets: paths.sheets(slug),
    signals: paths.signals({ community: slug }),
    stage: paths.communityStage(slug),
    topics: paths.communities(),
  }
  return places[act]
}
