import type { ReadForm } from './read-form.ts'
import { parseWithoutTexts, Turns } from './chat.ts'

interface Post {
  user: string
  message?: string[]
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

const longest = 64 * 1024 ** 2

/** A bulk export of Mattermost: one object a line. */
export const readMattermost: ReadForm = async (file, _place, { gather, at }) => {
  const turns = new Turns(gather)
  const emails = new Map<string, string>()
  const aliasOf = (name: string) => emails.get(name) ?? name
  const take = (post: Post, to: string[]) => {
    const from = aliasOf(post.user)
    turns.wrote(from, [...to, ...(post.message ?? []).filter((name) => emails.has(name)).map(aliasOf)], post.create_at)
    for (const { user, create_at: when } of post.reactions ?? []) turns.wrote(aliasOf(user), [from], when)
    for (const reply of post.replies ?? []) take(reply, [from])
  }
  let rest = ''
  let seen = 0
  const decoder = new TextDecoder()
  const line = (text: string) => {
    if (text.trim() === '') return
    try {
      const { type, user, post, direct_post: direct } = parseWithoutTexts(text, ['message'], /@([\w.-]*\w)/g) as Line
      if (type === 'user' && user) emails.set(user.username, user.email || user.username)
      if (type === 'post' && post) take(post, [])
      if (type === 'direct_post' && direct) take(direct, (direct.channel_members ?? []).map(aliasOf))
    } catch {
      gather.skips.add('unreadable', ++gather.rows)
    }
  }
  for await (const chunk of file.from(0)) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop()!
    for (const one of lines) line(one)
    if (rest.length > longest) rest = ''
    at((seen += chunk.length))
  }
  line(rest)
}
