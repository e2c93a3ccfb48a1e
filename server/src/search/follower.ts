import type { ActivityRow, Follower } from '#activity/index.ts'
import type { Writer } from '#platform/database.ts'
import {
  holdEntries,
  type Indexed,
  measureLevels,
  neverIndexed,
  pagesIn,
  reindex,
  reindexContributions,
  settleLevels,
  sources,
} from './queries/entries.ts'
import { dictionaryOf, forgetWords, learnWords } from './queries/words.ts'

/** Keeps the index true to what happened: the pages that something happened on are read again. */
export const searchFollower: Follower = {
  name: 'search',
  async read(tx, activities) {
    if (activities.some(changesEverything)) return rebuildSearch(tx)

    const dictionary = await dictionaryOf(tx)
    await indexNewKinds(tx, dictionary)
    const pages = await pagesOf(
      tx,
      activities.filter((one) => !partOf(one)),
    )
    const read = pages.get('inquiry')
    const parts = activities.flatMap((one) => (read?.has(one.subjectId) ? [] : (partOf(one) ?? [])))
    if (parts.length > 0) await reindexContributions(tx, [...new Set(parts)], dictionary)
    for (const [subject, ids] of pages)
      await learnWords(tx, [subject], await reindex(tx, subject, [...ids], dictionary))
    if (activities.some(({ id }) => id % settleEvery === 0)) await settleLevels(tx)
    if (activities.some(({ verb }) => verb.includes('redact') || verb.includes('erase'))) await learnAgain(tx)
  },
}

// Seldom enough to cost nothing, often enough that the front stays narrow.
const settleEvery = 500

/** Builds the whole index anew: after an import, a restore, or another language. */
export async function rebuildSearch(tx: Writer): Promise<void> {
  await holdEntries(tx)
  const dictionary = await dictionaryOf(tx)
  await measureLevels(tx)
  for (const subject of Object.keys(sources) as Indexed[]) await reindex(tx, subject, 'all', dictionary)
  await learnAgain(tx)
}

/** After an update that made more of what there is findable. */
async function indexNewKinds(tx: Writer, dictionary: string) {
  if ((await neverIndexed(tx)).length === 0) return
  // Whoever builds the index anew at this moment is waited for: then there is nothing left to do.
  await holdEntries(tx)
  const kinds = await neverIndexed(tx)
  await measureLevels(tx, kinds)
  for (const kind of kinds) await reindex(tx, kind, 'all', dictionary)
  await learnWords(tx, kinds, 'all')
}

/** The contribution that an activity is about: the rest of its page reads as before. */
const partOf = ({ subjectKind, detail }: ActivityRow) =>
  subjectKind === 'inquiry' && typeof detail['contribution'] === 'string' ? detail['contribution'] : undefined

const changesEverything = ({ subjectKind }: ActivityRow) => subjectKind === 'organization'

/** What changes how pages of a community are found. */
const renames = new Set([
  'community.changed',
  'community.topic_renamed',
  'community.topics_merged',
  'community.topics_parted',
  'community.topic_removed',
  'community.topic_restored',
])

async function pagesOf(tx: Writer, activities: ActivityRow[]): Promise<Map<Indexed, Set<string>>> {
  const pages = new Map<Indexed, Set<string>>()
  const add = (kind: string, id: string) => {
    if (kind in sources) pages.set(kind as Indexed, (pages.get(kind as Indexed) ?? new Set()).add(id))
  }
  for (const { subjectKind, subjectId } of activities) add(subjectKind, subjectId)
  const changed = activities.filter(({ verb }) => renames.has(verb)).map(({ subjectId }) => subjectId)
  if (changed.length > 0) for (const { kind, id } of await pagesIn(tx, changed)) add(kind, id)
  return pages
}

async function learnAgain(tx: Writer) {
  await forgetWords(tx)
  await learnWords(tx, Object.keys(sources), 'all')
}
