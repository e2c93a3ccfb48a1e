import type { Archive, Entry } from '../archive/archive.ts'
import { eachLine } from '../bytes.ts'
import { type Around, left } from '../trace.ts'
import { mentionsIn, momentIn, wrote } from './chat.ts'

interface Post {
  user: string
  message?: string
  create_at: number
  channel_members?: string[]
  reactions?: { user: string; create_at: number }[]
  replies?: Post[]
}
interface Line {
  type: string
  user?: { username: string; email: string }
  post?: Post
  direct_post?: Post
}

const mention = /@([\w.-]*\w)/g
const longest = 64 * 1024 ** 2

export const beginsMattermost = (text: string): boolean => /^\{\s*"type"\s*:\s*"version"/.test(text)

/** The lines of an export in an archive, where they lie beside what was attached. */
export const linesOfMattermost = ({ entries }: Archive): Entry | undefined =>
  entries.find(({ path }) => path.endsWith('.jsonl'))

/** A bulk export of Mattermost: one object a line. */
export async function readMattermost(source: AsyncIterable<Uint8Array>, { take, at }: Around): Promise<void> {
  const emails = new Map<string, string>()
  const aliasOf = (name: string) => emails.get(name) ?? name
  const takePost = (post: Post, to: string[]) => {
    const from = aliasOf(post.user)
    const mentioned = mentionsIn(post.message, mention)
      .filter((name) => emails.has(name))
      .map(aliasOf)
    wrote(take, from, [...to, ...mentioned], momentIn(post.create_at))
    for (const { user, create_at: when } of post.reactions ?? []) wrote(take, aliasOf(user), [from], momentIn(when))
    for (const reply of post.replies ?? []) takePost(reply, [from])
  }
  await eachLine(source, { longest, at }, ({ text, last }) => {
    if (text.trim() === '') return
    try {
      const { type, user, post, direct_post: direct } = JSON.parse(text) as Line
      if (type === 'user' && user) emails.set(user.username, user.email || user.username)
      if (type === 'post' && post) takePost(post, [])
      if (type === 'direct_post' && direct) takePost(direct, (direct.channel_members ?? []).map(aliasOf))
    } catch {
      take(left(last ? 'cut' : 'unreadable'))
    }
  })
}
