import type { ReadingView } from '@mortar/contract/network-traces'
import { type Form, type Trace, traceIn } from '@mortar/traces'
import type { Source } from '../../sources/source.ts'
import type { TraceFile } from '../read/files.ts'
import { type Corrected, shown } from '../read/reading.ts'
import { headsIn, mustFit, tableIn } from './form.ts'

const looked = 64 * 1024
const mostRows = 5
const mostNames = 12

/** How a file that was sent would be read, for somebody who looks before it is. */
export async function lookInto(
  file: TraceFile,
  source: Pick<Source, 'kind' | 'name'>,
  corrected: Corrected,
): Promise<ReadingView> {
  const form = await headsIn(file)
  mustFit(form ?? 'table', file, source)
  return form
    ? shownHeads(form, await file.slice(0, looked), file.size <= looked)
    : shown(await tableIn(file, corrected))
}

function shownHeads(form: Form, beginning: Buffer, whole: boolean): ReadingView {
  const [, ...lines] = beginning.toString().split('\n')
  const told = whole ? lines : lines.slice(0, -1)
  const preview = told.flatMap((line) => rowOf(traceIn(line)) ?? []).slice(0, mostRows)
  const none = { headers: [], columns: [], dates: null, rows: [] }
  return { form, encoding: 'utf-8', separator: ',', ...none, preview, may: { read: true } }
}

const dayOf = (at: number | undefined) => (at === undefined ? null : new Date(at).toISOString().slice(0, 10))
const listed = (names: readonly string[]) =>
  names.slice(0, mostNames).join(', ') + (names.length > mostNames ? ' …' : '')

function rowOf(trace: Trace | undefined): ReadingView['preview'][number] | undefined {
  if (trace?.kind === 'message') return { day: dayOf(trace.at), from: trace.from, to: listed(trace.to), channel: '' }
  if (trace?.kind === 'meeting')
    return { day: dayOf(trace.at.at(-1)), from: trace.people[0] ?? '', to: listed(trace.people.slice(1)), channel: '' }
  if (trace?.kind === 'work') return { day: dayOf(trace.at), from: trace.by, to: listed(trace.on), channel: '' }
  return undefined
}
