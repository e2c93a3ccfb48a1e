import { type ComingInquiry, importInquiries } from '#inquiry/index.ts'
import { inTransaction } from '#platform/database.ts'
import { holdSite } from '../queries.ts'
import { type Bringing, batches, personOf } from './bringing.ts'
import { clean, markdownOf } from './markdown.ts'
import { type Post, postOf, type PostType } from './posts.ts'
import { rowsOf } from './rows.ts'
import { plainTitle } from './title.ts'

/** The posts of one type, as they come. */
export async function* postsOf({ dump, tell }: Bringing, type: PostType, step: 'questions' | 'answers') {
  for await (const row of rowsOf(dump.posts, 'posts', (done, total) => tell(step, done, total))) {
    const post = postOf(row)
    if (post?.type === type) yield post
  }
}

/** Questions first, without what was said to them: an answer may stand before its question in a dump. */
export async function bringQuestions(bringing: Bringing): Promise<void> {
  const { db, site, report } = bringing
  for await (const batch of batches(postsOf(bringing, 'question', 'questions'))) {
    const written = await inTransaction(db, async (tx) => {
      await holdSite(tx, site.name)
      return importInquiries(
        tx,
        batch.map((post) => inquiryOf(bringing, post)),
      )
    })
    report.inquiries.written += written.inquiries
    report.inquiries.there += batch.length - written.inquiries
  }
}

const inquiryOf = (bringing: Bringing, post: Post): ComingInquiry => ({
  origin: bringing.site.question(post.id),
  title: plainTitle(clean(post.title)).slice(0, 300) || 'Without a title',
  body: markdownOf(post.html),
  askedBy: personOf(bringing, post.author),
  askedAt: post.at,
  editedAt: post.editedAt,
  communities: [bringing.communityId],
  topics: [...new Set(post.tags.map((tag) => bringing.topics.get(tag)!))],
  contributions: [],
})
