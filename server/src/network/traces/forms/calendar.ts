import ICAL from 'ical.js'
import { weekOf } from '../../week.ts'
import { Addressing } from '../gather/addressing.ts'
import { type Gather, mostAudience } from '../gather/gather.ts'
import type { ReadForm } from './read-form.ts'

/** The lines of an event that are looked at: when, again when, and who. What it is about is passed over. */
const wanted = /^(BEGIN|END|UID|DTSTART|DTEND|DURATION|RRULE|RDATE|EXDATE|RECURRENCE-ID|STATUS|ORGANIZER|ATTENDEE)[;:]/i
const longestLine = 16_384
const mostTimes = 1000

/** A calendar: who met. Each meeting ties those in it both ways, divided by how many they were. */
export const readCalendar: ReadForm = async (file, _place, { gather, at }) => {
  const addressing = new Addressing(gather)
  let event: string[] | undefined
  let seen = 0
  const end = () => {
    if (event) meet(event, gather, addressing)
    event = undefined
  }
  for await (const { line, bytes } of unfolded(file.from(0))) {
    if (/^BEGIN:VEVENT/i.test(line)) event = []
    else if (/^END:VEVENT/i.test(line)) end()
    else if (event && wanted.test(line) && !/^(BEGIN|END):/i.test(line)) event.push(line)
    if (bytes > 0) at((seen += bytes))
  }
}

async function* unfolded(source: AsyncIterable<Buffer>): AsyncGenerator<{ line: string; bytes: number }> {
  let rest = ''
  const decoder = new TextDecoder()
  let line: string | undefined
  for await (const chunk of source) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split(/\r?\n/)
    rest = lines.pop()!
    for (const one of lines) {
      if (/^[ \t]/.test(one) && line !== undefined) {
        if (line.length < longestLine) line += one.slice(1)
        continue
      }
      if (line !== undefined) yield { line, bytes: 0 }
      line = one
    }
    yield { line: '', bytes: chunk.length }
  }
  if (line !== undefined) yield { line, bytes: 0 }
  yield { line: rest, bytes: 0 }
}

function meet(lines: string[], gather: Gather, addressing: Addressing) {
  const row = ++gather.rows
  try {
    const text = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', ...lines, 'END:VEVENT', 'END:VCALENDAR'].join('\r\n')
    const component = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent')!
    if (String(component.getFirstPropertyValue('status')).toUpperCase() === 'CANCELLED') return
    const people = attending(component)
    if (people.length < 2) return gather.skips.add('noTo', row)
    if (people.length > mostAudience) return gather.skips.add('audience', row)
    for (const week of weeksOf(component))
      for (const one of people)
        addressing.message(
          one,
          people.filter((other) => other !== one),
          week,
          row,
        )
  } catch {
    gather.skips.add('unreadable', row)
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

/** When it was held, up to now: what is to come has tied nobody yet. */
function weeksOf(component: ICAL.Component): number[] {
  const event = new ICAL.Event(component)
  const now = Date.now()
  if (!event.isRecurring())
    return event.startDate.toJSDate().getTime() <= now ? [weekOf(event.startDate.toJSDate())] : []
  const times = event.iterator()
  const weeks: number[] = []
  for (let next = times.next(); next && weeks.length < mostTimes; next = times.next()) {
    const at = next.toJSDate().getTime()
    if (at > now) break
    weeks.push(weekOf(at))
  }
  return weeks
}
