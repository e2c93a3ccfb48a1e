import { assumptionNames, type Assumptions } from '@mortar/contract/measurement-value'

type Name = (typeof assumptionNames)[number]
type Numbers = Record<Name, number>

/** What lowers the hours saved when it is higher. */
const costs: ReadonlySet<Name> = new Set(['onboarding'])

/**
 * Hours saved: onboardings × (hours to work it out alone × useful share − hours to take it up) + uses × hours saved per use.
 * InnerSource Patterns, Cross-Team Project Valuation, as used at Nike.
 */
export const netHours = ({ onboardings, homeRoll, usefulShare, onboarding, uses, savedPerUse }: Numbers): number =>
  onboardings * (homeRoll * usefulShare - onboarding) + uses * savedPerUse

const atBounds = (assumptions: Assumptions, better: Name | undefined, onboardings: number): Numbers => {
  const numbers = assumptionNames.map((name) => {
    const { low, high } = assumptions[name]
    const worse = costs.has(name) ? high : low
    return [name, name === better ? (costs.has(name) ? low : high) : worse] as const
  })
  return { ...(Object.fromEntries(numbers) as Numbers), onboardings }
}

/** With each assumption at its worse bound. Of how many units took it up the worse is the more, where taking it up cost more than it saved. */
function worst(assumptions: Assumptions, better?: Name): number {
  const { low, high } = assumptions.onboardings
  if (better === 'onboardings')
    return Math.max(...[low, high].map((count) => netHours(atBounds(assumptions, undefined, count))))
  return Math.min(...[low, high].map((count) => netHours(atBounds(assumptions, better, count))))
}

/** Hours saved at least: no choice within the bounds gives less. */
export const floorOf = (assumptions: Assumptions): number => worst(assumptions)

/** By how much the floor would rise, were one assumption known to be at its better bound. */
export const addsOf = (assumptions: Assumptions, name: Name): number => worst(assumptions, name) - worst(assumptions)
