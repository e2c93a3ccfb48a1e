import { eachLine, traceIn } from '@mortar/traces'
import { Taking } from '../gather/taking.ts'
import type { ReadForm } from './read-form.ts'

/** Of one trace: a change to five hundred files with long paths. */
const longest = 4 * 1024 ** 2

/** What was taken out of an export elsewhere, line by line from where it was written up to. */
export const readHeads: ReadForm = async (file, place, { gather, isFull, write, at }) => {
  const taking = new Taking(gather)
  // Where the line begins that is looked at.
  let here = place.byte
  await eachLine(
    file.from(place.byte),
    { longest, at: (byte) => at(place.byte + byte) },
    async ({ text, last, end }) => {
      const trace = here === 0 ? 'what it is' : traceIn(text)
      const goesOn = typeof trace === 'object' && trace.kind === 'work' && trace.more === true
      if (!goesOn && isFull()) {
        await write({ byte: here, row: gather.rows })
        gather.written()
      }
      here = place.byte + end
      if (typeof trace === 'object') taking.take(trace)
      else if (trace === undefined && text !== '') gather.skips.add(last ? 'cut' : 'unreadable', ++gather.rows)
    },
  )
}
