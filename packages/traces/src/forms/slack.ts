import type { Archive, Entry } from '../archive/archive.ts'
import { wholeOf } from '../bytes.ts'
import { type Around, left, type Take } from '../trace.ts'
import { Unreadable } from '../unreadable.ts'
import { momentIn, mentionsIn, wrote } from './chat.ts'

interface Message {
  user?: string
  ts?: string
  text?: string
  parent_user_id?: string
  reactions?: { users: string[] }[]
}
interface User {
  id: string
  name: string
  profile?: { email?: string }
}
interface Group {
  id: string
  name?: string
  members: string[]
}

/** Of one day of one channel. */
const largest = 256 * 1024 ** 2
const mention = /<@(\w+)/g
const listOfUsers = /(?:^|\/)(?:org_)?users\.json$/

const depth = ({ path }: Entry) => path.split('/').length

/** The list of people, by which an export of Slack is known; it may lie in a folder of the archive. */
const peopleOf = ({ entries }: Archive): Entry | undefined =>
  entries.filter(({ path }) => listOfUsers.test(path)).sort((one, other) => depth(one) - depth(other))[0]

export const isSlack = (archive: Archive): boolean => peopleOf(archive) !== undefined

/** An export of Slack: a day of a channel is a file in the archive. Throws Unreadable where the archive is damaged. */
export async function readSlack(archive: Archive, { take, at }: Around): Promise<void> {
  const people = peopleOf(archive)!
  const top = people.path.replace(/[^/]*$/, '')
  const json = async (entry: Entry): Promise<unknown> => JSON.parse(await wholeOf(archive.read(entry), largest))
  const list = async <T>(name: string) => {
    const entry = archive.entries.find(({ path }) => path === top + name)
    return entry ? ((await json(entry).catch(damaged)) as T[]) : []
  }
  const users = [...(await list<User>('users.json')), ...(await list<User>('org_users.json'))]
  const aliases = new Map(users.map(({ id, name, profile }) => [id, profile?.email ?? name]))
  const aliasOf = (id: string) => aliases.get(id) ?? id
  const groups = [...(await list<Group>('dms.json')), ...(await list<Group>('mpims.json'))]
  const members = new Map(groups.map(({ id, name, members: held }) => [name ?? id, held.map(aliasOf)]))
  let read = 0
  for (const entry of archive.entries) {
    const [channel, day, deeper] = entry.path.slice(top.length).split('/')
    if (entry.path.startsWith(top) && day?.endsWith('.json') && deeper === undefined)
      try {
        for (const message of (await json(entry)) as Message[])
          takeMessage(message, members.get(channel!) ?? [], aliasOf, take)
      } catch {
        take(left('unreadable'))
      }
    at((read += entry.packed))
  }
}

/** Without its lists nothing of an export can be told. */
const damaged = (): never => {
  throw new Unreadable('zipCut')
}

function takeMessage(
  { user, ts, text, parent_user_id: parent, reactions }: Message,
  group: string[],
  aliasOf: (id: string) => string,
  take: Take,
) {
  if (!user || !ts) return
  const from = aliasOf(user)
  const at = momentIn(Number(ts) * 1000)
  wrote(take, from, [...group, ...(parent ? [aliasOf(parent)] : []), ...mentionsIn(text, mention).map(aliasOf)], at)
  // When somebody reacted is not told: the day it was written is near enough.
  for (const { users } of reactions ?? []) for (const other of users) wrote(take, aliasOf(other), [from], at)
}
