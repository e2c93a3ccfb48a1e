import { hideIn } from '#platform/hide.ts'
import { isFacilitator } from '../community.ts'
import { itself, type Ordering } from '../order.ts'
import { refuse } from '../refusals.ts'
import { sheetFor } from './access.ts'
import { communityOfSheet, coverSheets } from './queries.ts'

export const sheetOrder: Ordering = {
  async find(db, actor, id) {
    const place = await communityOfSheet(db, id)
    if (!place) throw refuse.notFound('noSheet')
    const { sheet, who } = await sheetFor(db, actor, place, id)
    return {
      community: sheet.communityId,
      keepsOrder: isFacilitator(who),
      theirs: sheet.startedBy === actor.id,
      hidden: sheet.hiddenAt !== null,
      people: [sheet.startedBy],
    }
  },
  hide: hideIn('sheet'),
  withCopies: itself,
  cover: coverSheets,
}
