import { about, enough, mayDiffer, rounded } from '#network/index.ts'
import type { Facts } from '../facts/facts.ts'
import type { Figure, Indicator } from '../indicators/indicator.ts'
import type { Published } from './edition.ts'

interface Circumstances {
  /** Until when is reckoned. */
  upto: number
  /** How many people the community has. */
  members: number
  /** How many people did something after a moment. */
  actorsSince(moment: number): number
}

/**
 * A figure as it may be shown, knowing what was shown for the same quarter: five people behind it and behind what
 * changed. Until then what was shown stays.
 */
export function publish(
  { about: subject }: Pick<Indicator, 'about'>,
  figure: Figure | undefined,
  earlier: Published | undefined,
  { upto, members, actorsSince }: Circumstances,
): Published {
  const shown = earlier?.state === 'shown' ? earlier : undefined
  if (subject === 'things') {
    if (!enough(members)) return { state: 'few', upto }
    return figure ? { state: 'shown', upto, ...exact(figure) } : { state: 'none', upto }
  }
  if (!figure) return shown ?? { state: 'none', upto }
  if (subject === 'acts') {
    if (shown && !enough(actorsSince(shown.upto))) return shown
    return enough(figure.behind) ? { state: 'shown', upto, ...measured(figure) } : (shown ?? { state: 'few', upto })
  }
  return aboutPeople(figure, shown, upto)
}

/** Both those who did and those who did not are none or five, and so are those by whom it differs from what was shown. */
function aboutPeople(figure: Figure, shown: Published | undefined, upto: number): Published {
  const counts: [number, number] = [figure.part ?? 0, figure.of]
  const [part, of] = counts
  if (shown?.counts) {
    const [before, beforeOf] = shown.counts
    const [moved, others] = [Math.abs(part - before), Math.abs(of - part - (beforeOf - before))]
    if (!mayDiffer(moved) || !mayDiffer(others)) return shown
  }
  if (!enough(of) || !mayDiffer(part) || !mayDiffer(of - part)) return shown ?? { state: 'few', upto }
  return { state: 'shown', upto, ...measured(figure), of: about(of), counts }
}

const exact = ({ value, low, high, of, parts }: Figure) => ({
  value,
  ...(low !== undefined && { low }),
  ...(high !== undefined && { high }),
  of,
  ...(parts && { parts }),
})

/** By two digits, so that no single person's part can be read from it. */
function measured({ value, low, high, chance, of, parts }: Figure): Omit<Figure, 'behind'> {
  return {
    value: rounded(value),
    ...(low !== undefined && { low: rounded(low) }),
    ...(high !== undefined && { high: rounded(high) }),
    ...(chance && { chance: mapped(chance) as NonNullable<Figure['chance']> }),
    of,
    ...(parts && { parts: mapped(parts) }),
  }
}

const mapped = <Value extends number | null | undefined>(numbers: { [name: string]: Value }) =>
  Object.fromEntries(
    Object.entries(numbers).map(([name, value]) => [name, typeof value === 'number' ? rounded(value) : value]),
  ) as { [name: string]: Value }

/** How many people asked, replied, used or ran something after a moment and before another. */
export function actorsBetween({ inquiries, replies, applications, runs }: Facts, from: number, to: number): number {
  const people = new Set<number>()
  for (const { by, at } of [inquiries, replies, applications, runs])
    at.forEach((moment, row) => {
      if (moment >= from && moment < to && by[row]! >= 0) people.add(by[row]!)
    })
  return people.size
}
