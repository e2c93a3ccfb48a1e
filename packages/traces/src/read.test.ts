import { constant, constantFrom, integer, array, assert, asyncProperty, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import type { Bytes } from './bytes.ts'
import { lineOf, traceIn } from './heads.ts'
import { exportIn } from './read.ts'
import { calendar, mattermost, mbox, slack } from './test/samples.ts'
import type { Trace } from './trace.ts'

const people = ['ann@mill.example', 'bo@mill.example', 'cid@mill.example'] as const
const history = '\u00011709633640\0ann@mill.example\0Ann Ä\0\nplans/loom ä.md\0\u00011709720040\0bo@mill.example\0Bo\0'
const samples = {
  mail: mbox(people),
  calendar: calendar(people).replaceAll('mill', 'mylly-ä'),
  mattermost: mattermost(people).replaceAll('mill', 'mylly-ä'),
  git: history,
  slack: slack(people),
}

/** A file whose pieces end wherever they like, within a letter too. */
function inPieces(content: string | Buffer, cuts: readonly number[]): Bytes {
  const bytes = new Uint8Array(Buffer.from(content as string))
  const ends = [...new Set(cuts.map((cut) => cut % bytes.length))].sort((one, other) => one - other)
  return {
    name: 'pieces',
    size: bytes.length,
    async *from(place) {
      let at = place
      for (const end of [...ends, bytes.length]) if (end > at) yield bytes.subarray(at, (at = end))
    },
    slice: (place, length) => Promise.resolve(bytes.subarray(place, place + length)),
  }
}

async function tracesOf(file: Bytes): Promise<Trace[]> {
  const traces: Trace[] = []
  const found = await exportIn(file)
  await found!.read({ take: (trace) => void traces.push(trace), seen: new Set(), at: () => {} })
  return traces
}

test('wherever the pieces of a file end, the same is taken out of it', async () => {
  const whole = new Map<string, Trace[]>()
  for (const [form, content] of Object.entries(samples)) whole.set(form, await tracesOf(inPieces(content, [])))
  const forms = Object.keys(samples) as (keyof typeof samples)[]

  await assert(
    asyncProperty(
      constantFrom(...forms),
      array(integer({ min: 1, max: 9_999 }), { maxLength: 60 }),
      async (form, cuts) => {
        expect(await tracesOf(inPieces(samples[form], cuts))).toEqual(whole.get(form))
      },
    ),
    { numRuns: 150 },
  )
  for (const form of forms)
    expect(
      await tracesOf(
        inPieces(
          samples[form],
          Array.from({ length: 9_999 }, (_, n) => n),
        ),
      ),
    ).toEqual(whole.get(form))
})

test('what is told in a line is read out of it, to the day', async () => {
  const day = Date.UTC(2024, 2, 5)
  const traces: Trace[] = [
    { kind: 'message', from: 'a"\n', to: ['b', 'ä'], at: day },
    { kind: 'meeting', people: ['a', 'b'], at: [day, day + 86_400_000] },
    { kind: 'work', by: 'a', name: '', on: ['x\ty'], at: day },
    { kind: 'work', by: 'a', name: 'A', on: [], at: day, more: true },
    { kind: 'passed', count: 3 },
    { kind: 'left', why: 'cut' },
  ]
  expect(traces.map((trace) => traceIn(lineOf(trace)))).toEqual(traces)
  expect(traceIn(lineOf({ kind: 'message', from: 'a', to: [], at: day + 5_000_000 }))).toMatchObject({ at: day })
  expect(traceIn(lineOf({ kind: 'message', from: 'a', to: [], at: 9e15 }))).toEqual({ kind: 'left', why: 'badTime' })
})

test('a line that tells no trace is none', async () => {
  const broken = [
    '',
    'x',
    '7',
    'null',
    '[]',
    '{}',
    '{"from":"a","to":"b","day":"2024-03-05"}',
    '{"from":"a","to":["b"],"day":"soon"}',
    '{"met":["a",7],"days":[]}',
    '{"met":["a"],"days":["x"]}',
    '{"passed":-1}',
    '{"passed":0.5}',
    '{"left":"words"}',
  ]
  expect(broken.map(traceIn)).toEqual(broken.map(() => undefined))
  await assert(
    asyncProperty(tuple(constant('{'), constantFrom(...broken)), async (parts) => {
      expect(traceIn(parts.join(''))).toBeUndefined()
    }),
  )
})
