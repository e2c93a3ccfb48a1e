import type { Site } from './site.ts'
import type { Survey } from './survey.ts'

/** What came in, was there already, or found no place: for people and, as JSON, for programs. */
export interface Report {
  dryRun: boolean
  site: { name: string; known: Site['known'] }
  community: { name: string; opened: boolean }
  inquiries: Count
  answers: Count & { helped: number; withoutQuestion: number }
  comments: Count & { replies: number; askedBack: number; elsewhere: number }
  people: Count & {
    byId: number
    byNameOnly: number
    postsByNameOnly: number
    postsWithoutAuthor: number
    named: number
  }
  topics: Count
  notBrought: {
    wikis: number
    nominations: number
    otherPosts: number
    unreadableRows: number
    closedMarks: number
    sharedMarks: number
    votes: number
  }
}

export interface Count {
  found: number
  written: number
  there: number
}

const counted = (found: number): Count => ({ found, written: 0, there: 0 })

export function reportOn(survey: Survey, site: Site, community: Report['community'], dryRun: boolean): Report {
  const authors = [...survey.authors.values()]
  return {
    dryRun,
    site: { name: site.name, known: site.known },
    community,
    inquiries: counted(survey.questions.size),
    answers: { ...counted(survey.answers.size), helped: survey.accepted.size, withoutQuestion: survey.orphans },
    comments: { ...counted(survey.comments), replies: 0, askedBack: 0, elsewhere: 0 },
    people: {
      ...counted(authors.length),
      byId: authors.filter(({ by }) => by === 'id').length,
      byNameOnly: authors.filter(({ by }) => by === 'name').length,
      postsByNameOnly: survey.nameOnly,
      postsWithoutAuthor: survey.anonymous,
      named: authors.filter(({ by, called }) => by === 'id' && called).length,
    },
    topics: counted(survey.tags.size),
    notBrought: {
      wikis: survey.wikis,
      nominations: survey.nominations,
      otherPosts: survey.others,
      unreadableRows: survey.unreadable,
      closedMarks: survey.closed,
      sharedMarks: survey.everybodys,
      votes: survey.votes,
    },
  }
}
