import type { FlowLine, FlowPlanView } from '@mortar/contract/learning-plans'
import type { Actor } from '#platform/endpoint.ts'
import { sentence } from '#platform/words.ts'

type Say = (key: string, params?: Record<string, unknown>) => string

/** The month of a send, as 2027-03. */
export function monthOf(from: string, month: number): string {
  const all = 12 * Number(from.slice(0, 4)) + Number(from.slice(5, 7)) - 1 + month
  return `${Math.floor(all / 12)}-${String((all % 12) + 1).padStart(2, '0')}`
}

/** A version as a document that stands on its own. */
export function documentOf(plan: FlowPlanView, { language }: Actor): string {
  const say: Say = (key, params) => sentence(language, `learning:planDocument.${key}`, params)
  const months = [...Map.groupBy(plan.lines, ({ send }) => send.month)].sort(([one], [other]) => one - other)
  return [
    `# ${plain(plan.name)}`,
    say('version', { number: plan.version.number, by: plan.version.by?.name ?? '–', at: plan.version.at.slice(0, 10) }),
    ...(plan.version.note ? [plan.version.note] : []),
    ...figuresOf(plan, say),
    ...months.flatMap(([month, lines]) => [
      `## ${monthOf(plan.rules.from, month)}`,
      table(
        [say('item'), say('minutes'), say('topic'), say('to'), say('people')],
        lines.map((line) => rowOf(line, say)),
      ),
    ]),
    `## ${say('how')}`,
    say('howTold', { ...plan.rules }),
    '',
  ].join('\n\n')
}

function figuresOf({ figures }: FlowPlanView, say: Say): string[] {
  if (!figures) return [say('unfinished')]
  const percent = (value: number | null) => (value === null ? '–' : `${Number((100 * value).toPrecision(2))} %`)
  const rows = [
    [
      say('plan'),
      percent(figures.reach),
      percent(figures.precision),
      percent(figures.superfluous),
      String(figures.load),
    ],
    ...(['byDepartment', 'toEverybody'] as const).map((key) => {
      const { precision, superfluous, load } = figures[key]
      return [say(key), percent(figures.reach), percent(precision), percent(superfluous), String(load)]
    }),
  ]
  return [
    `## ${say('figures')}`,
    table(['', say('reach'), say('precision'), say('superfluous'), say('load')], rows),
    ...(figures.gap === null ? [] : [say('gap', { gap: percent(figures.gap) })]),
  ]
}

const rowOf = ({ item, topic, community, people }: FlowLine, say: Say): string[] => [
  item?.title ?? say('gone'),
  item ? String(item.minutes) : '–',
  topic?.name ?? say('gone'),
  community?.name ?? say('several'),
  people === null ? '–' : String(people),
]

const plain = (text: string) => text.replaceAll(/([\\`*_{}[\]<>#|])/g, '\\$1')
const row = (cells: readonly string[]) => `| ${cells.map(plain).join(' | ')} |`
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [row(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(row)].join('\n')

/** One send a line. A cell that a table program would take for a formula begins with an apostrophe. */
export function csvOf({ lines, rules }: FlowPlanView): string {
  const head = ['month', 'item', 'item_id', 'kind', 'minutes', 'topic', 'community', 'reach', 'people', 'relevant']
  const rows = lines.map(({ item, topic, community, send, reach, people, relevant }) => [
    monthOf(rules.from, send.month),
    item?.title ?? '',
    send.item,
    item?.kind ?? '',
    item?.minutes ?? '',
    topic?.name ?? '',
    community?.name ?? '',
    reach ?? '',
    people ?? '',
    relevant ?? '',
  ])
  return [head, ...rows].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')
}

function cell(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
