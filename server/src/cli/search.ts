import { FoundKind } from '@mortar/contract/search'
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
  limit: string
  json?: boolean
}

// Without a person: reads what everybody in the organization may read, and nothing of anybody's communities.
const anybody: Actor = { id: '00000000-0000-0000-0000-000000000000', office: false, language: 'en', timeZone: 'UTC' }

export const search = () =>
  withJson(
    command('search <words...>', 'Finds practices, inquiries, people, communities and units', [
      ['mortar search transfer from chair', 'what everybody may read, typos forgiven'],
      ['mortar search stairs --as anna@example.org', 'as Anna would find it, with what her communities share'],
      ['mortar search stairs --kind practice --json', 'practices only, for a program'],
    ])
      .addOption(new Option('--as <e-mail>', 'find what this person may read'))
      .addOption(new Option('--kind <kind>', 'only one kind').choices(FoundKind.options))
      .addOption(new Option('--limit <number>', 'at most so many').default('10')),
  ).action(async (words: string[], options: Options, made: Command) => {
    const limit = Number(options.limit)
    if (!Number.isInteger(limit) || limit < 1 || limit > 50)
      throw new Failure('--limit takes a number from 1 to 50.', 'usage')

    await withDatabase(made, async ({ db }) => {
      const actor = options.as ? await actorOfEmail(db, options.as) : anybody
      if (!actor)
        throw new Failure(`Nobody here has the address ${options.as}. Look it up on the Organization page.`, 'refused')
      const { items, more } = await find(db, actor, { words: words.join(' '), kind: options.kind, limit })
      console.log(
        options.json ? JSON.stringify(items) : items.map(line).join('\n') || 'Nothing found. Try fewer words.',
      )
      if (more && !options.json) console.log('There is more: raise --limit, or add a word.')
    })
  })

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
