import { reportWords } from './words.ts'
import type { Done } from './queries.ts'

export interface Gathered extends Done {
  stories: { id: string; title: string }[]
  hours: number
  money: number
  figures: string[]
}

/** Square brackets and backslashes in a title would end its link. */
const link = (title: string, to: string) => `[${title.replaceAll(/[[\]\\]/g, String.raw`\$&`)}](${to})`

const list = (lines: readonly string[], none: string) =>
  lines.length === 0 ? none : lines.map((line) => `- ${line}`).join('\n')

const open = ['sent', 'received', 'decided']

/** A report in sections of Markdown: what happened is filled in, what it meant is left to people. */
export function reportText(kind: 'sponsor' | 'annual', all: Gathered, language: string, today: string): string {
  const say = reportWords(language)
  const overdue = all.escalations.filter(
    ({ state, answer, dueOn }) => dueOn < today && (state === 'sent' || state === 'received' || answer === 'later'),
  )
  const asks = all.escalations.filter((one) => open.includes(one.state) && !overdue.includes(one))
  const numbers = new Intl.NumberFormat(language)
  const sections: [string, string][] = [
    [say.heart, say.heartHow],
    [
      say.did,
      list(
        [
          say.answered(all.answered, all.asked),
          ...all.practices.map(({ id, title }) => say.practice(link(title, `/practices/${id}`))),
          ...all.adoptions.map(({ practice, title, unit, state }) =>
            say.adoption[state as 'trying'](link(title, `/practices/${practice}`), unit),
          ),
        ],
        say.nothing,
      ),
    ],
    [
      say.stories,
      list(
        all.stories.map(({ id, title }) => link(title, `/stories/${id}`)),
        say.noStories,
      ),
    ],
    [say.figures, `${list(all.figures, say.noFigures)}\n\n${say.figuresHow}`],
    [say.given, say.givenWas(numbers.format(all.hours), numbers.format(all.money))],
    [
      say.decisions,
      [
        list(
          overdue.map(({ id, title, dueOn }) => say.overdue(link(title, `/escalations/${id}`), dueOn)),
          say.noneOverdue,
        ),
        ...(asks.length > 0
          ? [
              list(
                asks.map(({ id, title, dueOn }) => say.asked(link(title, `/escalations/${id}`), dueOn)),
                '',
              ),
            ]
          : []),
      ].join('\n'),
    ],
    [kind === 'annual' ? say.next : say.ask, kind === 'annual' ? say.nextHow : say.askHow],
  ]
  return sections.map(([title, text]) => `## ${title}\n\n${text}`).join('\n\n')
}
