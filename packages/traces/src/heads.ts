import { type Form, forms, type Leaving, leavings, type Trace } from './trace.ts'

/**
 * How traces travel from where an export lies to where they are counted: a line that says what it is, then one JSON object
 * for each trace. Times are days, because no more of them is needed.
 */
const version = 1
const begins = '{"mortarTraces":'
const day = 86_400_000

export const headsOf = (form: Form): string => `${begins}${version},"form":"${form}"}`

/** Of which form the heads are that a text begins with; undefined where it begins with none. */
export function beginsHeads(text: string): Form | undefined {
  if (!text.startsWith(begins)) return undefined
  const found = /^\{"mortarTraces":(\d+),"form":"(\w+)"\}\r?\n/.exec(text)
  return Number(found?.[1]) === version ? forms.find((form) => form === found![2]) : undefined
}

const dayOf = (at: number) => new Date(Math.floor(at / day) * day).toISOString().slice(0, 10)
const momentOf = (written: unknown): number => (typeof written === 'string' ? Date.parse(`${written}T00:00:00Z`) : NaN)

/** One trace as a line. A moment that no calendar knows is told as one that cannot be read. */
export function lineOf(trace: Trace): string {
  const told = toldOf(trace)
  return `${JSON.stringify(told)}\n`
}

function toldOf(trace: Trace): object {
  try {
    switch (trace.kind) {
      case 'message':
        return { from: trace.from, to: trace.to, day: dayOf(trace.at) }
      case 'meeting':
        return { met: trace.people, days: trace.at.map(dayOf) }
      case 'work':
        return { by: trace.by, name: trace.name, on: trace.on, day: dayOf(trace.at), ...(trace.more && { more: true }) }
      case 'passed':
        return { passed: trace.count }
      case 'left':
        return { left: trace.why }
    }
  } catch {
    return { left: 'badTime' satisfies Leaving }
  }
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')
const isMoment = (at: number) => Number.isFinite(at)

/** The trace of a line; undefined for a line that tells none. */
export function traceIn(line: string): Trace | undefined {
  try {
    return traceOf(JSON.parse(line) as Record<string, unknown>)
  } catch {
    return undefined
  }
}

function traceOf(told: Record<string, unknown>): Trace | undefined {
  const { from, to, met, by, name, on, days, passed, left, more } = told
  const at = momentOf(told['day'])
  if (typeof from === 'string' && isTexts(to) && isMoment(at)) return { kind: 'message', from, to, at }
  if (isTexts(met) && isTexts(days)) {
    const times = days.map(momentOf)
    return times.every(isMoment) ? { kind: 'meeting', people: met, at: times } : undefined
  }
  if (typeof by === 'string' && typeof name === 'string' && isTexts(on) && isMoment(at))
    return { kind: 'work', by, name, on, at, ...(more === true && { more }) }
  if (Number.isSafeInteger(passed) && Number(passed) > 0) return { kind: 'passed', count: Number(passed) }
  const why = leavings.find((one) => one === left)
  return why && { kind: 'left', why }
}
