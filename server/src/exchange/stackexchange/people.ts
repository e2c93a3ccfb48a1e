import { importOrganizationRows } from '#organization/index.ts'
import { inTransaction } from '#platform/database.ts'
import { timeOrderedId } from '#platform/id.ts'
import { holdSite, personIdsByKey } from '../queries.ts'
import { batches, type Bringing } from './bringing.ts'
import { clean } from './markdown.ts'
import type { Author } from './posts.ts'

/** Who wrote becomes somebody of the archive: with a name and without membership, account or questions. */
export async function bringPeople(bringing: Bringing): Promise<void> {
  const { survey, site, people } = bringing
  for await (const batch of batches(survey.authors)) {
    const keyed = batch.map(([author, of]) => ({ author, key: site.personKey(author), name: nameOf(of) }))
    for (const [author, id] of await saved(bringing, keyed)) people.set(author, id)
  }
}

/** Who has no name in a dump is shown as the site shows them: by number. */
const nameOf = ({ value, called }: Author): string => clean(called ?? '').slice(0, 200) || `user${value}`

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
