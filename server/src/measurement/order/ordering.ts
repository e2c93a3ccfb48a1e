import { isFacilitator, itself, type Ordering } from '#community/index.ts'
import { hideIn } from '#platform/hide.ts'
import { reportFor } from '../report/access.ts'
import { storyFor } from '../value/access.ts'
import { coverReports, coverStories } from './queries.ts'

export const storyOrder: Ordering = {
  async find(db, actor, id) {
    const { story, who } = await storyFor(db, actor, id)
    return {
      community: story.communityId,
      keepsOrder: who.keepsOrder,
      theirs: who.author,
      hidden: story.hiddenAt !== null,
      people: [story.byId],
    }
  },
  hide: hideIn('value_story'),
  withCopies: itself,
  cover: coverStories,
}

/** A community's report is kept in order by its facilitators, the organization's by the knowledge office. */
export const reportOrder: Ordering = {
  async find(db, actor, id) {
    const { report, who } = await reportFor(db, actor, id)
    return {
      community: report.communityId,
      keepsOrder: actor.office || (who !== null && isFacilitator(who)),
      theirs: report.madeBy === actor.id,
      hidden: report.hiddenAt !== null,
      people: [report.madeBy],
    }
  },
  hide: hideIn('value_report'),
  withCopies: itself,
  cover: coverReports,
}
