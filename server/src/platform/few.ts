/**
 * What may be shown of people's traces. Five people stand behind each figure and behind each difference of two that
 * are shown: of parts and their whole, of a community and one that is known, of one run and another.
 *
 * - A figure with fewer than five behind it is left out (`enough`, `shownCount`).
 * - Parts of a known whole are left out together until five people are behind what is left out (`safeParts`).
 * - A unit is named only where neither those of it inside nor those of it outside are fewer than five (`mayName`).
 * - A figure follows a change only when at least five people changed; until then what was shown stays (`steady`).
 * - Measures are rounded to two digits (`rounded`); a community is described to those in it in fives (`about`).
 * - How alike a community is to a known one is a word, never a count: members of open communities are known by name.
 */
export const fewest = 5

export const enough = (people: number): boolean => people >= fewest

/** A count, or nothing when fewer than five people are behind it. */
export const shownCount = (people: number): number | null => (enough(people) ? people : null)

/** None or at least five: a number of people that may be the difference of two figures. */
export const mayDiffer = (people: number): boolean => people === 0 || enough(people)

/** To the next five: "about ten". */
export const about = (people: number): number => Math.max(fewest, fewest * Math.round(people / fewest))

/** A measure by two digits, so that no single person's part can be read from it. */
export const rounded = (value: number): number => (Number.isFinite(value) ? Number(value.toPrecision(2)) : 0)

/**
 * Parts of a whole whose size is known: those below five are left out, and further ones, the smallest first, until
 * what is left out has none or at least five people behind it.
 */
export function safeParts<Key>(parts: readonly (readonly [Key, number])[]): Map<Key, number> {
  const bySize = parts.filter(([, people]) => people > 0).sort(([, one], [, other]) => one - other)
  let behind = 0
  let out = 0
  while (out < bySize.length && (!enough(bySize[out]![1]) || !mayDiffer(behind))) behind += bySize[out++]![1]
  return new Map(bySize.slice(out))
}

/** Whether a unit may be named as one that a community reaches into: neither part of it could be told one by one. */
export const mayName = (inside: number, ofUnit: number): boolean =>
  enough(inside) && mayDiffer(ofUnit - inside) && ofUnit > inside

/**
 * Whether a community may be described by its size and the number of its units: each in it has at least five others,
 * and the same units hold at least as many people who are not in it, so that the description does not name them.
 */
export const mayDescribe = (people: number, inTheirUnits: number): boolean =>
  enough(people - 1) && inTheirUnits >= 2 * people

/** How many are in one of two sets but not in both. */
export function apart<Person>(one: ReadonlySet<Person>, other: ReadonlySet<Person>): number {
  let common = 0
  for (const person of one) if (other.has(person)) common++
  return one.size + other.size - 2 * common
}

export interface Published<Person, Figures> {
  readonly people: ReadonlySet<Person>
  readonly figures: Figures
}

/**
 * The figures to publish for some people, knowing what was published: the same again while fewer than five have
 * come or gone since, so that the difference of two figures never tells of one person who withdrew or joined.
 */
export function steady<Person, Figures>(
  now: Published<Person, Figures>,
  earlier: readonly Published<Person, Figures>[],
): Figures {
  const near = earlier.find(({ people }) => !mayDiffer(apart(people, now.people)))
  return near ? near.figures : now.figures
}

/** The same for a count alone: it stays as it was published while it is fewer than five away. */
export const steadyCount = (now: number, earlier: readonly number[]): number =>
  earlier.find((count) => !mayDiffer(Math.abs(count - now))) ?? now
