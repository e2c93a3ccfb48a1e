import { Failure } from '#platform/failure.ts'
import type { Dump } from './dump.ts'
import { type Author, authorKey, authorOf, momentOf, type Post, postOf } from './posts.ts'
import { rowsOf, type Tell } from './rows.ts'
import { countLinks } from './site.ts'

/** What a dump holds, read once before anything is written. */
export interface Survey {
  questions: Set<string>
  /** When each answer was written. */
  answers: Map<string, number>
  orphans: number
  /** Answers that were accepted, with the day of the vote where it is known. */
  accepted: Map<string, Date>
  authors: Map<string, Author>
  nameOnly: number
  anonymous: number
  tags: Set<string>
  wikis: number
  nominations: number
  others: number
  unreadable: number
  closed: number
  everybodys: number
  comments: number
  votes: number
  links: Map<string, number>
}

export async function surveyOf(dump: Dump, tell: Tell): Promise<Survey> {
  const survey = empty()
  const wanted = new Set<string>()
  const parents: string[] = []
  for await (const row of rowsOf(dump.posts, 'posts', tell)) {
    const post = postOf(row)
    if (!post) survey.unreadable++
    else if (post.type === 'question') lookAtQuestion(survey, post, wanted)
    else if (post.type === 'answer') lookAtAnswer(survey, post, parents)
    else if (post.type === 'wiki') survey.wikis++
    else if (post.type === 'nomination') survey.nominations++
    else survey.others++
  }
  if (survey.questions.size === 0)
    throw new Failure('Posts.xml holds no question: there is nothing to bring in.', 'usage')

  survey.orphans = parents.filter((parent) => !survey.questions.has(parent)).length
  for (const answer of wanted) {
    const written = survey.answers.get(answer)
    if (written !== undefined) survey.accepted.set(answer, new Date(written))
  }
  await lookAtComments(survey, dump)
  await lookAtUsers(survey, dump)
  await lookAtVotes(survey, dump)
  return survey
}

const empty = (): Survey => ({
  questions: new Set(),
  answers: new Map(),
  orphans: 0,
  accepted: new Map(),
  authors: new Map(),
  nameOnly: 0,
  anonymous: 0,
  tags: new Set(),
  wikis: 0,
  nominations: 0,
  others: 0,
  unreadable: 0,
  closed: 0,
  everybodys: 0,
  comments: 0,
  votes: 0,
  links: new Map(),
})

function lookAtQuestion(survey: Survey, post: Post, wanted: Set<string>) {
  survey.questions.add(post.id)
  if (post.accepted) wanted.add(post.accepted)
  if (post.closed) survey.closed++
  for (const tag of post.tags) survey.tags.add(tag)
  lookAtPost(survey, post)
}

function lookAtAnswer(survey: Survey, post: Post, parents: string[]) {
  survey.answers.set(post.id, post.at.getTime())
  parents.push(post.parent)
  lookAtPost(survey, post)
}

function lookAtPost(survey: Survey, { html, author, everybodys }: Post) {
  countLinks(html, survey.links)
  if (everybodys) survey.everybodys++
  if (author?.by === 'name') survey.nameOnly++
  if (!author) survey.anonymous++
  remember(survey, author)
}

/** Keeps a name by which a post calls somebody who has an account. */
function remember({ authors }: Survey, author: Author | null) {
  if (!author) return
  const key = authorKey(author)
  const known = authors.get(key)
  if (!known || (!known.called && author.called)) authors.set(key, author)
}

async function lookAtComments(survey: Survey, { comments }: Dump) {
  if (!comments) return
  for await (const row of rowsOf(comments, 'comments')) {
    survey.comments++
    remember(survey, authorOf(row['UserId'], row['UserDisplayName']))
  }
}

/** The list of users names those who wrote better than their posts do. */
async function lookAtUsers({ authors }: Survey, { users }: Dump) {
  if (!users) return
  for await (const row of rowsOf(users, 'users')) {
    const author = authors.get(row['Id'] ?? '')
    const called = row['DisplayName']?.trim()
    if (author && called) author.called = called
  }
}

const acceptedByAsker = '1'

async function lookAtVotes(survey: Survey, { votes }: Dump) {
  if (!votes) return
  for await (const row of rowsOf(votes, 'votes')) {
    survey.votes++
    const at = momentOf(row['CreationDate'])
    const written = survey.accepted.get(row['PostId'] ?? '')
    // A vote tells the day alone: the answer was there before it.
    if (row['VoteTypeId'] === acceptedByAsker && at && written && at > written) survey.accepted.set(row['PostId']!, at)
  }
}
