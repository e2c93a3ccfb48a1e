/** Turns local times of a time zone (2026-05-04T09:30) into points in time. */
export function momentIn(timeZone: string): (local: string) => Date {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  })
  const shownAt = (instant: number) => {
    const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
    return Date.UTC(part['year']!, part['month']! - 1, part['day'], part['hour'], part['minute'])
  }
  return (local) => {
    const wanted = Date.parse(`${local}Z`)
    const near = wanted - (shownAt(wanted) - wanted)
    // Near a change of clocks the first guess used the other offset.
    return new Date(near - (shownAt(near) - wanted))
  }
}

export const dayIn = (timeZone: string, now: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(now)
