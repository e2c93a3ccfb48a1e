import { importOrganizationRows } from '#organization/index.ts'
import { inTransaction } from '#platform/database.ts'
import { timeOrderedId } from '#platform/id.ts'
import { holdSite, personIdsByKey } from '../queries.ts'
import { batches, type Bringing } from './bringing.ts'
import { clean } from './markdown.ts'
import type { Author } from './posts.ts'
import { rowsOf } from './rows.ts'

/** Who wrote becomes somebody of the archive: with a name and without membership, account or questions. */
export async function bringPeople(bringing: Bringing): Promise<void> {
  const { survey, site, report, people } = bringing
  const names = await namesIn(bringing)
  report.people.named = names.size
  for await (const batch of batches(survey.authors)) {
    const keyed = batch.map(([author, of]) => ({ author, key: site.personKey(author), name: nameOf(of, names) }))
    for (const [author, id] of await saved(bringing, keyed)) people.set(author, id)
  }
}

async function namesIn({ dump, survey, tell }: Bringing): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  if (!dump.users) return names
  for await (const row of rowsOf(dump.users, 'users', (done, total) => tell('people', done, total))) {
    const { Id: id, DisplayName: name } = row
    if (id && name?.trim() && survey.authors.has(id)) names.set(id, name)
  }
  return names
}

/** Without a list of users a number is all that is known, shown as the site shows it. */
const nameOf = ({ by, value, called }: Author, names: Map<string, string>): string =>
  clean((by === 'id' ? names.get(value) : undefined) ?? called ?? `user${value}`).slice(0, 200) || `user${value}`

interface Keyed {
  author: string
  key: string
  name: string
}

const saved = ({ db, site, report }: Bringing, keyed: Keyed[]): Promise<[author: string, id: string][]> =>
  inTransaction(db, async (tx) => {
    await holdSite(tx, site.name)
    const there = await personIdsByKey(
      tx,
      keyed.map(({ key }) => key),
    )
    const added = keyed
      .filter(({ key }) => !there.has(key))
      .map(({ key, name }) => ({ id: timeOrderedId(), key, name, origin: 'archive', acceptsQuestions: false }))
    await importOrganizationRows(tx, { person: added })
    report.people.there += there.size
    report.people.written += added.length
    for (const { id, key } of added) there.set(key, id)
    return keyed.map(({ author, key }) => [author, there.get(key)!])
  })
