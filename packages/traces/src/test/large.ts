import { takeHeads } from '../take-heads.ts'

/** Takes the heads out of an export that is far larger than what this process may hold, and tells how many there were. */
const post = (n: number) =>
  `${JSON.stringify({
    type: 'post',
    post: { user: `u${n % 3}`, message: `${'word '.repeat(100)} @u${(n + 1) % 3}`, create_at: 1_709_600_000_000 },
  })}\n`
const begin = ['{"type":"version","version":1}\n']
for (let n = 0; n < 3; n++)
  begin.push(`${JSON.stringify({ type: 'user', user: { username: `u${n}`, email: `u${n}@mill.example` } })}\n`)
// One piece, many times over: the file is large, what is held for it is not.
const piece = new Blob(Array.from({ length: 3000 }, (_, n) => post(n)))
const file = new Blob([...begin, ...Array.from({ length: 300 }, () => piece)])
const [made] = await takeHeads([{ name: 'bulk.jsonl', file }], ['mattermost'], () => {})
let lines = 0
const reader = (made as { send: Blob }).send.stream().getReader()
for (let read = await reader.read(); !read.done; read = await reader.read())
  for (const byte of read.value) if (byte === 10) lines++
process.stdout.write(JSON.stringify({ megabytes: Math.round(file.size / 1e6), lines }))
