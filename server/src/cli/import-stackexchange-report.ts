import type { StackExchangeReport } from '#exchange/index.ts'

type Report = StackExchangeReport

const number = (value: number) => value.toLocaleString('en')
const some = (value: number, one: string, more = `${one}s`) => `${number(value)} ${value === 1 ? one : more}`

/** What became of everything in a dump, for people. */
export function shown(report: Report): string {
  const { community, inquiries, answers, comments, people, topics, dryRun } = report
  const rows: [string, string][] = [
    ['From', from(report)],
    ['Community', `${community.name}${community.opened ? (dryRun ? ' (would be opened)' : ' (opened)') : ''}`],
    ['Inquiries', `${some(inquiries.found, 'question')}: ${brought(inquiries, dryRun)}`],
    [
      'Answers',
      `${some(answers.found, 'answer')}, ${number(answers.helped)} marked helpful: ${brought(answers, dryRun)}`,
    ],
    ...(comments.found > 0
      ? [['Comments', `${some(comments.found, 'comment')}: ${brought(comments, dryRun)}`] as [string, string]]
      : []),
    [
      'People',
      `${number(people.byId)} by id${people.byNameOnly > 0 ? `, ${number(people.byNameOnly)} by display name` : ''}: ${brought(people, dryRun)}, without account and membership`,
    ],
    ['Topics', `${some(topics.found, 'tag')}: ${brought(topics, dryRun)}`],
  ]
  const lines = rows.map(([label, value]) => `  ${label.padEnd(10)}  ${value}`)
  const rest = remarks(report).map((remark) => `  - ${remark}`)
  const end = dryRun ? ['', '  Nothing was changed: this was a dry run.'] : []
  return ['', ...lines, '', '  What found another place, or none:', ...rest, ...end, ''].join('\n')
}

function from({ site }: Report): string {
  const how = {
    told: '',
    folder: ', as the folder is called',
    links: ', as its posts link to themselves; --site says otherwise',
    no: ': the site is not known, so no addresses are kept; name it with --site before you import',
  }
  return `${site.name}${how[site.known]}`
}

const brought = ({ written, there }: { written: number; there: number }, dryRun: boolean) =>
  dryRun ? `${number(there)} there already` : `${number(written)} brought in, ${number(there)} there already`

function remarks({ answers, comments, people, notBrought }: Report): string[] {
  const said: [number, string][] = [
    [
      people.postsByNameOnly,
      `${some(people.postsByNameOnly, 'post')} with a display name only: came in under ${some(people.byNameOnly, 'person', 'people')} of that name.`,
    ],
    [people.postsWithoutAuthor, `${some(people.postsWithoutAuthor, 'post')} without any author: came in without one.`],
    [
      people.byId - people.named,
      `${some(people.byId - people.named, 'person', 'people')} without a name in the dump: shown as "user" and their number.`,
    ],
    [
      notBrought.wikis + notBrought.nominations,
      `${number(notBrought.wikis + notBrought.nominations)} wiki entries and nominations (${number(notBrought.wikis)} and ${number(notBrought.nominations)}): left out, they are neither question nor answer.`,
    ],
    [notBrought.otherPosts, `${some(notBrought.otherPosts, 'post')} of another kind: left out.`],
    [
      answers.withoutQuestion,
      `${some(answers.withoutQuestion, 'answer')} whose question is not in the dump: left out.`,
    ],
    [comments.askedBack, `${some(comments.askedBack, 'comment')} under questions: came in as questions back.`],
    [comments.replies, `${some(comments.replies, 'comment')} under answers: came in as replies.`],
    [comments.elsewhere, `${some(comments.elsewhere, 'comment')} on what was left out: left out too.`],
    [notBrought.closedMarks, `${some(notBrought.closedMarks, 'closed question')}: open here, unless something helped.`],
    [
      notBrought.sharedMarks,
      `${some(notBrought.sharedMarks, 'post')} given to everybody: shown under who wrote first.`,
    ],
    [notBrought.votes, `${some(notBrought.votes, 'vote')}: left out; Mortar ranks by what helped.`],
    [
      notBrought.unreadableRows,
      `${some(notBrought.unreadableRows, 'row')} without number, kind, date or words: left out.`,
    ],
    [1, 'Scores and views: left out. Pictures: came in as links.'],
  ]
  return said.flatMap(([count, words]) => (count > 0 ? words : []))
}
