import { seededRandom } from '@mortar/graph'
import { membersAt } from '../facts/members.ts'
import type { Facts } from '../facts/facts.ts'
import { sceneOf } from '../facts/scene.ts'
import type { Window } from '../facts/window.ts'
import { indicators } from '../indicators/all.ts'
import { producerOf } from '../indicators/learning/efficiency.ts'
import type { Edition, Published } from './edition.ts'
import { actorsBetween, publish } from './publish.ts'

/** All indicators of one community, or of the organization, for one quarter. */
export function editionOf(
  communityId: string | null,
  facts: Facts,
  window: Window,
  earlier: Edition | undefined,
): Edition {
  const scene = sceneOf(facts, window, seededRandom(seedOf(`${communityId} ${window.quarter}`)))
  const circumstances = {
    upto: window.to,
    members: membersAt(facts, window.to).size,
    actorsSince: (moment: number) => actorsBetween(facts, moment, window.to),
  }
  const figures: Record<string, Published> = {}
  for (const indicator of indicators)
    figures[indicator.id] = publish(indicator, indicator.of(scene), earlier?.figures[indicator.id], circumstances)
  const held = earlier?.figures['efficiency']
  return {
    communityId,
    quarter: window.quarter,
    upto: new Date(window.to),
    figures: held ? { ...figures, efficiency: held } : figures,
    producer: communityId === null ? null : (producerOf(scene) ?? null),
  }
}

/** Whether anything had happened before a window was over. */
export const isBegun = ({ members, inquiries, replies, practices }: Facts, { to }: Window): boolean =>
  [members.from, inquiries.at, replies.at, practices.made].some((at) => at.some((moment) => moment < to))

/** The same chance for the same words (FNV-1a). */
function seedOf(words: string): number {
  let seed = 0x811c9dc5
  for (let at = 0; at < words.length; at++) seed = Math.imul(seed ^ words.charCodeAt(at), 0x01000193)
  return seed | 0
}
