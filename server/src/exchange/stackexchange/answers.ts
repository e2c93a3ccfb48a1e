import { type ComingContribution, importContributions } from '#inquiry/index.ts'
import { inTransaction } from '#platform/database.ts'
import { holdSite, inquiriesByOrigin } from '../queries.ts'
import { type Bringing, batches, personOf } from './bringing.ts'
import { markdownOf } from './markdown.ts'
import type { Post } from './posts.ts'
import { postsOf } from './questions.ts'

export async function bringAnswers(bringing: Bringing): Promise<void> {
  const { report } = bringing
  for await (const batch of batches(postsOf(bringing, 'answer', 'answers'))) {
    const { written, there } = await write(bringing, batch)
    report.answers.written += written
    report.answers.there += there
  }
}

const write = (bringing: Bringing, posts: Post[]) =>
  inTransaction(bringing.db, async (tx) => {
    const { site } = bringing
    await holdSite(tx, site.name)
    const asked = await inquiriesByOrigin(tx, [...new Set(posts.map(({ parent }) => site.question(parent)))])
    const coming = posts.flatMap((post) => {
      const inquiry = asked.get(site.question(post.parent))
      return inquiry ? [answerOf(bringing, post, inquiry.askedBy)] : []
    })
    const written = await importContributions(tx, coming)
    return { written, there: coming.length - written }
  })

/** What its asker accepted is what helped. */
function answerOf(bringing: Bringing, post: Post, asker: string | null): ComingContribution & { inquiry: string } {
  const { site, survey } = bringing
  const helpedAt = survey.accepted.get(post.id)
  return {
    origin: site.answer(post.id),
    inquiry: site.question(post.parent),
    kind: 'answer',
    body: markdownOf(post.html),
    by: personOf(bringing, post.author),
    at: post.at,
    editedAt: post.editedAt,
    ...(helpedAt && { helped: { by: asker, at: helpedAt } }),
  }
}
