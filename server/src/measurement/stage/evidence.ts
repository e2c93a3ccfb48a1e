import type { Stage } from '@mortar/contract/community'
import { type Community, isAlive, stageMovesOf } from '#community/index.ts'
import type { Reader } from '#platform/database.ts'
import { stageFacts } from './facts.ts'
import { looksOf, proposedMove, restsOn } from './proposal.ts'

/** What is seen of each stage just now, and the move that it fits. */
export async function evidenceOf(db: Reader, community: Pick<Community, 'id' | 'stage'>) {
  const facts = await stageFacts(db, community.id)
  const looks = looksOf(facts)
  return { facts, looks, proposal: proposedMove(community.stage, (sign) => looks.get(sign)?.state) }
}

/** A move that waits for a decision of the community's people. */
export async function proposedFor(
  db: Reader,
  community: Pick<Community, 'id' | 'stage' | 'closedAt'>,
): Promise<Stage | null> {
  if (!isAlive(community)) return null
  const [{ proposal }, moves] = await Promise.all([evidenceOf(db, community), stageMovesOf(db, community.id)])
  return proposal && !restsOn(proposal, moves[0], new Date()) ? proposal.to : null
}
