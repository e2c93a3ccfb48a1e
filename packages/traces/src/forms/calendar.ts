import ICAL from 'ical.js'
import { eachLine } from '../bytes.ts'
import { type Around, isAgain, left, passed, type Seen, type Take } from '../trace.ts'

/** The lines of an event that are looked at: when, again when, and who. What it is about is passed over. */
const wanted = /^(UID|DTSTART|DTEND|DURATION|RRULE|RDATE|EXDATE|RECURRENCE-ID|STATUS|ORGANIZER|ATTENDEE)[;:]/i
const longestLine = 16_384
/** Each day for some fifty years. */
const mostTimes = 20_000

export const beginsCalendar = (text: string): boolean => /^BEGIN:VCALENDAR/i.test(text)

/** A calendar: who met, and when, up to now. Meetings that are called off, and who declined, are left out. */
export async function readCalendar(source: AsyncIterable<Uint8Array>, around: Around): Promise<void> {
  const meetings = new Meetings(around)
  let event: string[] | undefined
  let open: string | undefined
  const logical = (line: string) => {
    if (/^BEGIN:VEVENT/i.test(line)) event = []
    else if (/^END:VEVENT/i.test(line)) {
      if (event) meetings.add(event)
      event = undefined
    } else if (event && wanted.test(line)) event.push(line)
  }
  await eachLine(source, { longest: longestLine, at: around.at }, ({ text }) => {
    // A line that begins with a space goes on the one before (RFC 5545, 3.1).
    if (/^[ \t]/.test(text) && open !== undefined) {
      if (open.length < longestLine) open += text.slice(1)
      return
    }
    if (open !== undefined) logical(open)
    open = text
  })
  if (open !== undefined) logical(open)
  meetings.end()
  if (event) around.take(left('cut'))
}

interface Series {
  itself?: ICAL.Component
  /** Times of it that were moved, changed or called off. */
  changes: ICAL.Component[]
}

/** Tells meetings; those that recur once all is read, since what was changed of them may stand anywhere. */
class Meetings {
  readonly #take: Take
  readonly #seen: Seen
  readonly #series = new Map<string, Series>()
  readonly #now = Date.now()

  constructor({ take, seen }: Around) {
    this.#take = take
    this.#seen = seen
  }

  add(lines: string[]) {
    try {
      const text = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', ...lines, 'END:VEVENT', 'END:VCALENDAR'].join('\r\n')
      const component = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent')!
      const word = (name: string) => String(component.getFirstPropertyValue(name) ?? '')
      const [uid, change] = [word('uid'), word('recurrence-id')]
      // The same meeting lies in the calendars of all who were there.
      if (isAgain(this.#seen, uid && `${uid} ${change}`)) this.#take(passed)
      else if (uid && (change || new ICAL.Event(component).isRecurring())) this.#hold(uid, change !== '', component)
      else this.#tell(component, undefined)
    } catch {
      this.#take(left('unreadable'))
    }
  }

  #hold(uid: string, isChange: boolean, component: ICAL.Component) {
    const series = this.#series.get(uid) ?? { changes: [] }
    if (isChange) series.changes.push(component)
    else series.itself = component
    this.#series.set(uid, series)
  }

  end() {
    for (const { itself, changes } of this.#series.values())
      if (itself) this.#tellSeries(itself, changes)
      // Somebody was asked to some times only.
      else for (const one of changes) this.#tell(one, undefined)
  }

  #tellSeries(itself: ICAL.Component, changes: ICAL.Component[]) {
    try {
      const event = new ICAL.Event(itself, { exceptions: changes })
      const times = new Map<ICAL.Component, number[]>([itself, ...changes].map((one) => [one, []]))
      const each = event.iterator()
      for (let next = each.next(), n = 0; next && n < mostTimes; next = each.next(), n++) {
        if (momentOf(next) > this.#now) break
        const { item, startDate } = event.getOccurrenceDetails(next)
        times.get(item.component)?.push(momentOf(startDate))
      }
      for (const [component, held] of times) this.#tell(component, held)
    } catch {
      for (let n = 0; n <= changes.length; n++) this.#take(left('unreadable'))
    }
  }

  #tell(component: ICAL.Component, times: number[] | undefined) {
    if (String(component.getFirstPropertyValue('status')).toUpperCase() === 'CANCELLED') return this.#take(passed)
    const people = attending(component)
    if (people.length < 2) return this.#take(left('noTo'))
    try {
      const at = (times ?? timesOf(component, this.#now)).filter((time) => time <= this.#now)
      this.#take(at.length > 0 ? { kind: 'meeting', people, at } : passed)
    } catch {
      this.#take(left('unreadable'))
    }
  }
}

function attending(component: ICAL.Component): string[] {
  const people = new Set<string>()
  for (const property of [...component.getAllProperties('attendee'), ...component.getAllProperties('organizer')]) {
    const part = (name: string) => String(property.getParameter(name) ?? '').toUpperCase()
    if (part('partstat') === 'DECLINED' || ['ROOM', 'RESOURCE', 'GROUP'].includes(part('cutype'))) continue
    const address = String(property.getFirstValue() ?? '')
      .replace(/^mailto:/i, '')
      .trim()
      .toLowerCase()
    if (address) people.add(address)
  }
  return [...people]
}

/** As it is written, whatever the zone: the day of a meeting is the same wherever its calendar is read. */
const momentOf = ({ year, month, day, hour, minute }: ICAL.Time): number => Date.UTC(year, month - 1, day, hour, minute)

/** Without an id a meeting that recurs cannot have been changed. */
function timesOf(component: ICAL.Component, now: number): number[] {
  const event = new ICAL.Event(component)
  if (!event.isRecurring()) return [momentOf(event.startDate)]
  const each = event.iterator()
  const times: number[] = []
  for (let next = each.next(); next && times.length < mostTimes && momentOf(next) <= now; next = each.next())
    times.push(momentOf(next))
  return times
}
