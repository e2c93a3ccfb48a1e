import { type ComingContribution, importContributions } from '#inquiry/index.ts'
import { inTransaction, type Writer } from '#platform/database.ts'
import { contributionsByOrigin, holdSite, inquiriesByOrigin } from '../queries.ts'
import { type Bringing, batches, personOf } from './bringing.ts'
import { clean } from './markdown.ts'
import { authorOf, momentOf } from './posts.ts'
import { type Row, rowsOf } from './rows.ts'

type Coming = ComingContribution & { inquiry: string }

interface Comment {
  id: string
  post: string
  text: string
  at: Date
  author: ReturnType<typeof authorOf>
}

/** Comments under an answer become replies to it; under a question they ask back, which is what they are for. */
export async function bringComments(bringing: Bringing): Promise<void> {
  const { dump, tell } = bringing
  if (!dump.comments) return
  const rows = rowsOf(dump.comments, 'comments', (done, total) => tell('comments', done, total))
  for await (const batch of batches(rows)) await write(bringing, batch)
}

const write = (bringing: Bringing, rows: Row[]): Promise<void> =>
  inTransaction(bringing.db, async (tx) => {
    const { site, report } = bringing
    await holdSite(tx, site.name)
    const comments = rows.flatMap((row) => commentOf(row) ?? [])
    report.notBrought.unreadableRows += rows.length - comments.length
    const coming = await placed(tx, bringing, comments)
    const written = await importContributions(tx, coming)
    report.comments.written += written
    report.comments.there += coming.length - written
    report.comments.elsewhere += comments.length - coming.length
    report.comments.replies += coming.filter(({ kind }) => kind === 'reply').length
    report.comments.askedBack += coming.filter(({ kind }) => kind === 'question').length
  })

function commentOf(row: Row): Comment | undefined {
  const at = momentOf(row['CreationDate'])
  const text = clean(row['Text'] ?? '')
  if (!row['Id'] || !row['PostId'] || !at || !text) return undefined
  return { id: row['Id'], post: row['PostId'], text, at, author: authorOf(row['UserId'], row['UserDisplayName']) }
}

/** Each comment at the post that it belongs to, if that came in. */
async function placed(tx: Writer, bringing: Bringing, comments: Comment[]) {
  const { site } = bringing
  const posts = [...new Set(comments.map(({ post }) => post))]
  const inquiries = await inquiriesByOrigin(tx, posts.map(site.question))
  const answers = await contributionsByOrigin(tx, posts.map(site.answer))
  return comments.flatMap(({ id, post, text, at, author }): Coming[] => {
    const said = { origin: site.comment(id), body: text, by: personOf(bringing, author), at }
    const answer = answers.get(site.answer(post))
    if (answer) return [{ ...said, kind: 'reply', replyTo: site.answer(post), inquiry: answer.inquiry }]
    return inquiries.has(site.question(post)) ? [{ ...said, kind: 'question', inquiry: site.question(post) }] : []
  })
}
