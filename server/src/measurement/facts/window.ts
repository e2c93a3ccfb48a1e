/** A calendar quarter, as far as it has come. */
export interface Window {
  /** Its first day. */
  readonly quarter: string
  readonly from: number
  /** Its end, or until when it is reckoned. */
  readonly to: number
}

/** The quarter in which a moment lies, reckoned until then. */
export function quarterOf(moment: Date): Window {
  const from = Date.UTC(moment.getUTCFullYear(), 3 * Math.floor(moment.getUTCMonth() / 3))
  return { quarter: dayOf(from), from, to: moment.getTime() }
}

/** The latest quarters until now, the earliest first; all but the last are over. */
export function quartersUntil(now: Date, count: number): Window[] {
  const current = quarterOf(now)
  const first = new Date(current.from)
  const start = (back: number) => Date.UTC(first.getUTCFullYear(), first.getUTCMonth() - 3 * back)
  return Array.from({ length: count }, (_, at) => {
    const back = count - 1 - at
    return back === 0 ? current : { quarter: dayOf(start(back)), from: start(back), to: start(back - 1) }
  })
}

const dayOf = (moment: number) => new Date(moment).toISOString().slice(0, 10)
