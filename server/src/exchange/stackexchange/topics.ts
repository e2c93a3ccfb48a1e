import { importCommunityRows, topicsOf } from '#community/index.ts'
import { inTransaction } from '#platform/database.ts'
import { timeOrderedId } from '#platform/id.ts'
import { holdSite } from '../queries.ts'
import type { Bringing } from './bringing.ts'

/** `course-design` is the topic "course design". */
const topicOf = (tag: string) => tag.replaceAll('-', ' ').trim().slice(0, 80) || tag

/** Tags become topics; one that the community has already, at whatever place, is used. */
export const bringTopics = ({ db, survey, site, communityId, report, topics }: Bringing): Promise<void> =>
  inTransaction(db, async (tx) => {
    await holdSite(tx, site.name)
    const known = new Map(
      (await topicsOf(tx, communityId, { removed: false })).map(({ id, name }) => [name.toLowerCase(), id]),
    )
    report.topics.there = 0
    const added: { id: string; communityId: string; name: string }[] = []
    for (const tag of [...survey.tags].toSorted()) {
      const name = topicOf(tag)
      const there = known.get(name.toLowerCase())
      if (there) report.topics.there++
      else added.push({ id: timeOrderedId(), communityId, name })
      const id = there ?? added.at(-1)!.id
      known.set(name.toLowerCase(), id)
      topics.set(tag, id)
    }
    await importCommunityRows(tx, { topic: added })
    report.topics.written = added.length
  })
