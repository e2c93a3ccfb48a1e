import type { ActivityRow, Follower } from '#activity/index.ts'
import {
  askersOf,
  carryFollowing,
  choicesAbout,
  erasedAmong,
  eraseFromInbox,
  type FollowingRow,
  type NewLine,
  readersAmong,
  saveLines,
  uncarryFollowing,
} from './queries.ts'
import type { Writer } from '#platform/database.ts'
import { isNews, whyAddressed } from './why.ts'

/** Brings what happened to whom it concerns: those it is addressed to, and those who chose to hear everything. */
export const attentionFollower: Follower = {
  name: 'attention',
  async read(tx, activities) {
    await carryMerges(tx, activities)
    await uncarryMerges(tx, activities)
    const threads = activities.filter(({ subjectKind }) => subjectKind === 'inquiry').map(({ subjectId }) => subjectId)
    const [choices, askers] = await Promise.all([
      choicesAbout(tx, [...new Set(activities.flatMap(({ subjectId, communityIds }) => [subjectId, ...communityIds]))]),
      askersOf(tx, [...new Set(threads)]),
    ])
    const chosen = new Choices(choices)
    const readers = await readersAmong(
      tx,
      activities.flatMap((act) =>
        chosen.listeners(act).flatMap((personId) => act.communityIds.map((communityId) => ({ personId, communityId }))),
      ),
    )
    await saveLines(
      tx,
      activities.flatMap((act) => [
        ...addressed(act, chosen, askers.get(act.subjectId) ?? null),
        ...followed(act, chosen, readers),
      ]),
    )
    // What happened before somebody was erased may be read after it, and some of it is addressed to them even then.
    const told = activities.flatMap((act) => [...act.personIds, act.subjectId, ...chosen.listeners(act)])
    await eraseFromInbox(tx, await erasedAmong(tx, [...new Set(told)]))
  },
}

/** Who follows an inquiry that turns out to repeat another one goes on with that, and is told of what comes there. */
async function carryMerges(tx: Writer, activities: ActivityRow[]) {
  const merges = activities.filter(({ verb }) => verb === 'inquiry.merged')
  await carryFollowing(
    tx,
    merges.map(({ subjectId, detail }) => ({ from: subjectId, into: String(detail['into']) })),
  )
}

/** What a merge brought goes with it; one that was made again in the meantime brings it again. */
async function uncarryMerges(tx: Writer, activities: ActivityRow[]) {
  const unmerges = activities.filter(({ verb }) => verb === 'inquiry.unmerged')
  await uncarryFollowing(
    tx,
    unmerges.map(({ subjectId, detail }) => ({ from: subjectId, into: String(detail['from']) })),
  )
}

function addressed(act: ActivityRow, chosen: Choices, asker: string | null): NewLine[] {
  return act.personIds
    .filter((person) => person !== act.actorId && !chosen.silent(person, act))
    .map((person) => lineFor(act, person, whyAddressed(act.verb, person === asker, person === act.subjectId)))
}

function followed(act: ActivityRow, chosen: Choices, readers: Set<string>): NewLine[] {
  return chosen.listeners(act).flatMap((person) => {
    const may = act.communityIds.some((community) => readers.has(`${person} ${community}`))
    if (!may) return []
    const here = chosen.level(person, act.subjectId) === 'everything'
    return lineFor(act, person, here ? 'following_thread' : 'following_community')
  })
}

const lineFor = (act: ActivityRow, personId: string, why: NewLine['why']): NewLine => ({
  personId,
  activityId: act.id,
  at: act.at,
  why,
  verb: act.verb,
  subjectKind: act.subjectKind,
  subjectId: act.subjectId,
  communityId: act.communityIds[0] ?? null,
  actorId: act.actorId,
})

/** What people chose, at hand. A choice about a thread counts before one about its community. */
class Choices {
  readonly #levels: Map<string, FollowingRow['level']>
  readonly #everything: Map<string, string[]>

  constructor(rows: FollowingRow[]) {
    this.#levels = new Map(rows.map(({ personId, subjectId, level }) => [`${personId} ${subjectId}`, level]))
    const all = Map.groupBy(
      rows.filter(({ level }) => level === 'everything'),
      ({ subjectId }) => subjectId,
    )
    this.#everything = new Map([...all].map(([subject, few]) => [subject, few.map(({ personId }) => personId)]))
  }

  /** Who hears everything of where this happened, and is not told anyway. */
  listeners(act: ActivityRow): string[] {
    if (!isNews(act.verb)) return []
    const told = new Set([act.actorId, ...act.personIds])
    const following = [act.subjectId, ...act.communityIds].flatMap((subject) => this.#everything.get(subject) ?? [])
    return [...new Set(following)].filter((person) => !told.has(person) && !this.silent(person, act))
  }

  level(person: string, subject: string) {
    return this.#levels.get(`${person} ${subject}`)
  }

  silent(person: string, act: ActivityRow): boolean {
    const thread = this.level(person, act.subjectId)
    if (thread) return thread === 'nothing'
    return act.communityIds.length > 0 && act.communityIds.every((id) => this.level(person, id) === 'nothing')
  }
}
