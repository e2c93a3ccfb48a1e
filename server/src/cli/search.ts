import { Day, Id } from '@mortar/contract/common'
import { FoundKind, FoundOutcome, FoundState } from '@mortar/contract/search'
import { type Command, Option } from 'commander'
import { actorOfEmail } from '#organization/index.ts'
import type { Actor } from '#platform/endpoint.ts'
import { Failure } from '#platform/failure.ts'
import { search as find } from '#search/index.ts'
import { command, withJson } from './frame/command.ts'
import { withDatabase } from './frame/database.ts'

interface Options {
  as?: string
  kind?: FoundKind
  community?: string
  topic?: string
  state?: FoundState
  outcome?: FoundOutcome
  since?: string
  until?: string
  limit: string
  json?: boolean
}

// Without a person: reads what everybody in the organization may read, and nothing of anybody's communities.
const anybody: Actor = {
  id: '00000000-0000-0000-0000-000000000000',
  office: false,
  guest: false,
  language: 'en',
  timeZone: 'UTC',
}

export const search = () =>
  withJson(
    command(
      'search <words...>',
      'Finds practices, inquiries, people, communities, units, stories, escalations, signals and imperatives',
      [
        ['mortar search transfer from chair', 'what everybody may read, typos forgiven'],
        ['mortar search stairs --as anna@example.org', 'as Anna would find it, with what her communities share'],
        ['mortar search stairs --kind practice --json', 'practices only, for a program'],
      ],
    )
      .addOption(new Option('--as <e-mail>', 'find what this person may read'))
      .addOption(new Option('--kind <kind>', 'only one kind').choices(FoundKind.options))
      .addOption(new Option('--community <id>', 'only from this community'))
      .addOption(new Option('--topic <id>', 'only about this topic'))
      .addOption(new Option('--state <state>', 'only inquiries or practices in this state').choices(FoundState.options))
      .addOption(
        new Option('--outcome <outcome>', 'only what was used with this outcome').choices(FoundOutcome.options),
      )
      .addOption(new Option('--since <day>', 'not older than this day, such as 2026-01-31'))
      .addOption(new Option('--until <day>', 'not newer than this day'))
      .addOption(new Option('--limit <number>', 'at most so many').default('10')),
  ).action(async (words: string[], options: Options, made: Command) => {
    const limit = Number(options.limit)
    if (!Number.isInteger(limit) || limit < 1 || limit > 50)
      throw new Failure('--limit takes a number from 1 to 50.', 'usage')
    const { as: _, limit: __, json: ___, ...filters } = options
    const wrong = wrongFilter(filters)
    if (wrong) throw new Failure(wrong, 'usage')

    await withDatabase(made, async ({ db }) => {
      const actor = options.as ? await actorOfEmail(db, options.as) : anybody
      if (!actor)
        throw new Failure(`Nobody here has the address ${options.as}. Look it up on the Organization page.`, 'refused')
      const { items, more } = await find(db, actor, { ...filters, words: words.join(' '), excerpts: 'all', limit })
      console.log(
        options.json ? JSON.stringify(items) : items.map(line).join('\n') || 'Nothing found. Try fewer words.',
      )
      if (more && !options.json) console.log('There is more: raise --limit, or add a word.')
    })
  })

function wrongFilter({ community, topic, since, until }: Pick<Options, 'community' | 'topic' | 'since' | 'until'>) {
  for (const [name, id] of Object.entries({ community, topic }))
    if (id !== undefined && !Id.safeParse(id).success)
      return `--${name} takes the id that stands in its address, such as 0199f3a2-0000-7000-8000-000000000000.`
  for (const [name, day] of Object.entries({ since, until }))
    if (day !== undefined && !Day.safeParse(day).success) return `--${name} takes a day, such as 2026-01-31.`
  return undefined
}

type Pieces = { text: string; marked: boolean }[]
const bold = (pieces: Pieces) =>
  pieces.map(({ text, marked }) => (marked && process.stdout.isTTY ? `\u001b[1m${text}\u001b[0m` : text)).join('')

const line = ({
  kind,
  title,
  excerpt,
  state,
  page,
}: {
  kind: string
  title: Pieces
  excerpt: Pieces
  state: string | null
  page: string
}) => `${kind}${state ? ` (${state})` : ''}  ${bold(title)}\n    ${bold(excerpt)}\n    ${page}`
