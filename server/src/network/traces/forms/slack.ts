import { buffer } from 'node:stream/consumers'
import yauzl from 'yauzl'
import type { ReadForm } from './read-form.ts'
import { parseWithoutTexts, Turns } from './chat.ts'

interface Message {
  user?: string
  ts?: string
  text?: string[]
  parent_user_id?: string
  reactions?: { users: string[] }[]
}

const largest = 256 * 1024 ** 2

/** An export of Slack: a day of a channel is a file in the archive. */
export const readSlack: ReadForm = async (file, _place, { gather, at }) => {
  const archive = await yauzl.openPromise(file.path!, { autoClose: false })
  const entries: yauzl.Entry[] = []
  for await (const entry of archive.eachEntry()) entries.push(entry)
  const json = async (entry: yauzl.Entry) =>
    parseWithoutTexts((await buffer(await archive.openReadStreamPromise(entry))).toString(), ['text'], /<@(\w+)/g)
  const list = async <T>(name: string) => {
    const entry = entries.find(({ fileName }) => fileName === name)
    return entry ? ((await json(entry)) as T[]) : []
  }
  try {
    const users = await list<{ id: string; name: string; profile?: { email?: string } }>('users.json')
    const aliases = new Map(users.map(({ id, name, profile }) => [id, profile?.email ?? name]))
    const aliasOf = (id: string) => aliases.get(id) ?? id
    const groups = [...(await list<Group>('dms.json')), ...(await list<Group>('mpims.json'))]
    const members = new Map(groups.map(({ id, name, members: held }) => [name ?? id, held.map(aliasOf)]))
    const turns = new Turns(gather)
    for (const [n, entry] of entries.entries()) {
      const [channel, day] = entry.fileName.split('/')
      if (!day?.endsWith('.json') || entry.uncompressedSize > largest) continue
      try {
        for (const message of (await json(entry)) as Message[])
          take(message, members.get(channel!) ?? [], turns, aliasOf)
      } catch {
        gather.skips.add('unreadable', n)
      }
      at(Math.round((file.size * (n + 1)) / entries.length))
    }
  } finally {
    archive.close()
  }
}

interface Group {
  id: string
  name?: string
  members: string[]
}

function take(
  { user, ts, text, parent_user_id: parent, reactions }: Message,
  group: string[],
  turns: Turns,
  aliasOf: (id: string) => string,
) {
  if (!user || !ts) return
  const from = aliasOf(user)
  const at = Number(ts) * 1000
  turns.wrote(from, [...group, ...(parent ? [aliasOf(parent)] : []), ...(text ?? []).map(aliasOf)], at)
  // When somebody reacted is not told: the day it was written is near enough.
  for (const { users } of reactions ?? []) for (const other of users) turns.wrote(aliasOf(other), [from], at)
}
