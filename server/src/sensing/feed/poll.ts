import { record } from '#activity/index.ts'
import { type Database, inTransaction, type Writer } from '#platform/database.ts'
import { saveSignal } from '../signal/queries.ts'
import { hostOf } from './address.ts'
import { type Fetched, fetchFeed, type Rules, type Trouble } from './fetch.ts'
import { mostFailures, pauseAfterFailure, pauseAfterReading } from './pace.ts'
import { anyDue, claimDue, type FeedRow, isAliveCommunity, isListenedTo, saveEnd, saveOutcome } from './queries.ts'
import type { Entry, ReadFeed } from './read.ts'
import { readApart } from './reading.ts'

/** So many hosts are read from at once. */
const atOnce = 4
/** Of a feed that is read for the first time, only what is recent: nobody subscribes to a flood. */
const firstEntries = 10
const recentDays = 60

export interface Log {
  error(detail: object, words: string): void
}

/** Reads every feed that is due; tells how many. */
export async function readDueFeeds(db: Database, rules: Rules, log?: Log, signal?: AbortSignal): Promise<number> {
  let count = 0
  while (!signal?.aborted && (await anyDue(db))) {
    const due = await claimDue(db, atOnce)
    if (due.length === 0) break
    await Promise.all(
      due.map((feed) =>
        readOne(db, feed, rules).catch((error: unknown) =>
          log?.error({ err: error, feed: feed.id }, 'a feed could not be kept'),
        ),
      ),
    )
    count += due.length
  }
  return count
}

async function readOne(db: Database, feed: FeedRow, rules: Rules): Promise<void> {
  if (feed.communityId && !(await isAliveCommunity(db, feed.communityId))) return end(db, feed, 'byHand')
  const fetched = await fetchFeed(feed, rules)
  if (fetched.kind === 'gone') return end(db, feed, 'gone')
  if (fetched.kind === 'failed') return failed(db, feed, fetched.trouble, fetched.retryAfter)
  if (fetched.kind === 'unchanged') {
    const pause = pauseAfterReading([fetched.maxAge], Math.random())
    return inTransaction(db, (tx) => saveOutcome(tx, feed.id, { pause, failures: 0, failure: null }))
  }
  const read = await readApart(fetched.text, fetched.movedTo ?? feed.url)
  if (!read) return failed(db, feed, 'notAFeed', null)
  await inTransaction(db, (tx) => keep(tx, feed, fetched, read))
}

async function keep(tx: Writer, feed: FeedRow, fetched: Fetched & { kind: 'read' }, read: ReadFeed): Promise<void> {
  const moved = fetched.movedTo !== null && !(await isListenedTo(tx, feed.communityId, fetched.movedTo))
  const url = moved ? fetched.movedTo! : feed.url
  for (const entry of toKeep(feed, read.entries)) await keepEntry(tx, feed, entry)
  await saveOutcome(tx, feed.id, {
    pause: pauseAfterReading([fetched.maxAge, read.every], Math.random()),
    failures: 0,
    failure: null,
    read: {
      title: read.title || feed.title,
      etag: fetched.etag,
      lastModified: fetched.lastModified,
      url,
      host: hostOf(new URL(url)),
    },
  })
}

/** The oldest first, so that the latest stands on top. */
function toKeep({ readAt }: FeedRow, entries: Entry[]): Entry[] {
  const since = new Date(Date.now() - recentDays * 86_400_000).toISOString()
  const recent = readAt ? entries : entries.filter((one) => (one.publishedAt ?? since) >= since).slice(0, firstEntries)
  return recent.toReversed()
}

async function keepEntry(tx: Writer, feed: FeedRow, { publishedAt, ...entry }: Entry): Promise<void> {
  const at = publishedAt ? new Date(publishedAt) : null
  const id = await saveSignal(tx, { ...entry, publishedAt: at, communityId: feed.communityId, feedId: feed.id })
  if (!id) return
  await record(tx, {
    actor: null,
    verb: 'signal.found',
    subject: { kind: 'signal', id },
    communities: feed.communityId ? [feed.communityId] : [],
    detail: { feed: feed.id },
  })
}

async function failed(db: Database, feed: FeedRow, trouble: Trouble, retryAfter: number | null): Promise<void> {
  const failures = feed.failures + 1
  if (failures >= mostFailures) return end(db, feed, 'failing')
  const pause = pauseAfterFailure(failures, retryAfter, Math.random())
  await inTransaction(db, (tx) => saveOutcome(tx, feed.id, { pause, failures, failure: trouble }))
}

/** A feed that is no more is listened to no longer, and who brought it is told. */
const end = (db: Database, feed: FeedRow, why: 'gone' | 'failing' | 'byHand') =>
  inTransaction(db, async (tx) => {
    if (!(await saveEnd(tx, feed.id, why))) return
    await record(tx, {
      actor: null,
      verb: `feed.ended_${why === 'byHand' ? 'with_community' : why}`,
      subject: { kind: 'feed', id: feed.id },
      communities: feed.communityId ? [feed.communityId] : [],
      people: feed.addedBy ? [feed.addedBy] : [],
    })
  })

/** What looks now and then whether a feed is due. */
export const lookForFeeds =
  (rules: Rules) =>
  async ({ db, log, signal }: { db: Database; log: Log; signal?: AbortSignal }): Promise<void> =>
    void (await readDueFeeds(db, rules, log, signal))
