import type { Reader } from '#platform/database.ts'
import { quartersKept } from '../editions/reckon.ts'
import { editionsOf } from '../queries/editions.ts'
import { pastOf, stageFacts } from '../stage/facts.ts'
import { communityRow, organizationRow } from './evidence-queries.ts'
import { evidenceLevel, type Question } from './question.ts'
import { type CommunityFacts, ofCommunity } from './questions/of-community.ts'
import { ofOrganization, type OrganizationFacts } from './questions/of-organization.ts'

/** Questions with what was found for them; of the community, or of the organization (null). */
export interface Evidence {
  questions: readonly Found[]
  levels: Record<string, number>
}

export interface Found {
  question: Omit<Question<never>, 'facts'>
  facts: { fact: Pick<Question<never>['facts'][number], 'id' | 'says' | 'act'>; holds: boolean | null }[]
}

export const evidenceOf = async (db: Reader, communityId: string | null): Promise<Evidence> =>
  communityId === null
    ? held(ofOrganization, await organizationFacts(db))
    : held(ofCommunity, await communityFacts(db, communityId))

function held<Facts>(questions: readonly Question<Facts>[], known: Facts): Evidence {
  return {
    questions: questions.map(({ facts, ...question }) => ({
      question,
      facts: facts.map((fact) => ({ fact, holds: fact.holds(known) })),
    })),
    levels: Object.fromEntries(questions.map((question) => [question.id, evidenceLevel(question, known)])),
  }
}

async function communityFacts(db: Reader, communityId: string): Promise<CommunityFacts> {
  const [facts, row, editions] = await Promise.all([
    stageFacts(db, communityId),
    communityRow(db, communityId),
    editionsOf(db, communityId, quartersKept),
  ])
  return { ...facts, ...row, answeredRate: pastOf(editions, 'answeredRate') }
}

async function organizationFacts(db: Reader): Promise<OrganizationFacts> {
  const [row, editions] = await Promise.all([organizationRow(db), editionsOf(db, null, quartersKept)])
  return { ...row, freshness: pastOf(editions, 'repertoireFreshness') }
}
