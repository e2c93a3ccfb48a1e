import { record } from '#activity/index.ts'
import { importCommunityRows, slugOf } from '#community/index.ts'
import { type Database, inTransaction, violated } from '#platform/database.ts'
import { Failure } from '#platform/failure.ts'
import { timeOrderedId } from '#platform/id.ts'
import { communityCalled, communityNames } from '../queries.ts'
import type { Site } from './site.ts'

export interface Target {
  /** Nothing when it is only looked at and would be opened. */
  id: string | undefined
  name: string
  opened: boolean
}

/** The community that takes what is brought in; one that is not there is opened only when that is meant. */
export async function communityFor(
  db: Database,
  name: string,
  { create, dryRun, site }: { create: boolean; dryRun: boolean; site: Site },
): Promise<Target> {
  const found = await communityCalled(db, name)
  if (found?.closedAt) throw new Failure(`The community "${found.name}" is closed and takes nothing more.`, 'refused')
  if (found) return { id: found.id, name: found.name, opened: false }
  if (!create) throw new Failure(await unknown(db, name), 'refused')
  return { id: dryRun ? undefined : await open(db, name, site), name, opened: true }
}

async function unknown(db: Database, name: string): Promise<string> {
  const names = await communityNames(db)
  const others = names.length > 0 ? ` There are: ${names.join(', ')}.` : ''
  return `There is no community "${name}".${others} Add --create to open it, or name another one.`
}

/** Nobody founds it and nobody is a member: it waits for somebody who wants to be its facilitator. */
const open = (db: Database, name: string, site: Site): Promise<string> =>
  inTransaction(db, async (tx) => {
    const id = timeOrderedId()
    const short = shortOf(name)
    await importCommunityRows(tx, {
      community: [{ id, slug: slugOf(name), name, short, colour: 1 + (name.length % 8), visibility: 'open' }],
      charter: [{ communityId: id, version: 1, domain: `What was asked and answered on ${site.name}.`.slice(0, 300) }],
    }).catch((error: unknown) => {
      if (violated(error) === 'community_slug_key')
        throw new Failure(`"${name}" is too like the name of another community. Choose another name.`, 'refused')
      throw error
    })
    await record(tx, {
      actor: null,
      verb: 'community.opened',
      subject: { kind: 'community', id },
      communities: [id],
    })
    return id
  })

function shortOf(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  const letters = words.length > 1 ? words.map((word) => word[0]).join('') : (words[0] ?? name)
  return letters.toUpperCase().slice(0, words.length > 1 ? 8 : 3) || 'C'
}
