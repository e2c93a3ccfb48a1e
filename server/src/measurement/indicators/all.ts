import { answeredRate } from './answering/answered-rate.ts'
import { expertLoad } from './answering/expert-load.ts'
import { firstReply } from './answering/first-reply.ts'
import type { Indicator } from './indicator.ts'
import { efficiency } from './learning/efficiency.ts'
import { exploration } from './learning/exploration.ts'
import { ideasAcrossUnits } from './learning/ideas-across-units.ts'
import { newcomerFirstHelp } from './learning/newcomer-first-help.ts'
import { responseCurve } from './learning/response-curve.ts'
import { contributionGini } from './people/contribution-gini.ts'
import { healthIndex } from './people/health-index.ts'
import { newcomerIntegration } from './people/newcomer-integration.ts'
import { newcomerRetention } from './people/newcomer-retention.ts'
import { participationMix } from './people/participation-mix.ts'
import { competencyTraps } from './repertoire/competency-traps.ts'
import { duplicatesAvoided } from './repertoire/duplicates-avoided.ts'
import { repertoireFreshness } from './repertoire/repertoire-freshness.ts'
import { reuse } from './repertoire/reuse.ts'
import { adoptionBreadth } from './spread/adoption-breadth.ts'
import { conversion } from './spread/conversion.ts'
import { superstition } from './spread/superstition.ts'
import { timeToRoutine } from './spread/time-to-routine.ts'
import { bridging } from './ties/bridging.ts'
import { busFactor } from './ties/bus-factor.ts'
import { corePeriphery } from './ties/core-periphery.ts'
import { crossUnitShare } from './ties/cross-unit-share.ts'
import { eiIndex } from './ties/e-i-index.ts'
import { sharedTopics } from './ties/shared-topics.ts'
import { thanked } from './ties/thanked.ts'
import { twoWayShare } from './ties/two-way-share.ts'

/** Every indicator, in the order in which they are shown, by what they are about. */
export const groups = {
  answering: [answeredRate, firstReply, expertLoad, busFactor],
  people: [healthIndex, participationMix, contributionGini, newcomerIntegration, newcomerRetention],
  ties: [twoWayShare, crossUnitShare, eiIndex, corePeriphery, bridging, thanked, sharedTopics],
  repertoire: [repertoireFreshness, reuse, duplicatesAvoided, competencyTraps],
  spread: [conversion, adoptionBreadth, timeToRoutine, superstition],
  learning: [responseCurve, newcomerFirstHelp, ideasAcrossUnits, exploration],
} as const satisfies Record<string, readonly Indicator[]>

export type Group = keyof typeof groups

/** Those that are reckoned from the facts of one community alone. */
export const indicators: readonly Indicator[] = Object.values(groups).flat()

/** Beside them the one that needs all communities at once. */
export const described = (group: Group): readonly Omit<Indicator, 'of'>[] =>
  group === 'learning' ? [...groups.learning, efficiency] : groups[group]
