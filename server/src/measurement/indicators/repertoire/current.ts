import type { Facts } from '../../facts/facts.ts'

/** Rows of the practices that are current at a moment. */
export const currentAt = ({ practices }: Facts, at: number): number[] =>
  [...practices.current.keys()].filter((row) => practices.current[row]! < at && practices.retired[row]! >= at)

/** When each practice was last verified before a moment, and for how many days that holds; its becoming current counts. */
export function lastVerified({ practices, verifications }: Facts, at: number): { at: number; days: number }[] {
  const last = [...practices.current.keys()].map((row) => ({ at: practices.current[row]!, days: practices.days[row]! }))
  verifications.at.forEach((when, row) => {
    const practice = verifications.practice[row]!
    if (practice >= 0 && when < at && when >= last[practice]!.at)
      last[practice] = { at: when, days: verifications.days[row]! }
  })
  return last
}
