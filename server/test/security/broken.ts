import fc from 'fast-check'
import { type Shot, validShots } from './arbitrary.ts'
import type { Call } from './document.ts'
import type { Ids } from './ids.ts'

/** A request as it goes over the wire. */
export interface Raw {
  path: Record<string, unknown>
  query: string
  headers: Record<string, string>
  payload?: string | Buffer
}

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
const nobody = '00000000-0000-7000-8000-000000000000'

const texts = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  'a\udc00b',
  '\ud83d',
  '\u202e',
  '\uffff',
  'e\u0301'.repeat(200),
  'x'.repeat(100_000),
  "'; drop table person; --",
  '%',
  '\\',
  '../../etc/passwd',
  nobody,
  'not-an-id',
  '__proto__',
  'NaN',
  '99999999999999999999',
  '-1',
  '1e999',
  '2024-02-30',
  '0000-00-00',
  '+275760-09-13',
]
const values: unknown[] = [
  ...texts,
  null,
  true,
  0,
  -1,
  1.5,
  2 ** 31,
  2 ** 53,
  -(2 ** 63),
  1e308,
  [],
  {},
  [[[[]]]],
  { a: { b: { c: {} } } },
  Array.from({ length: 2000 }, () => 'x'),
  Array.from({ length: 1200 }, () => nobody),
]
const bodies: (string | Buffer)[] = [
  '',
  '{',
  '{"a":',
  '[]',
  'null',
  '"x"',
  '1e400',
  'undefined',
  '{"__proto__":{"office":true}}',
  '{"constructor":{"prototype":{}}}',
  '{"a":1,"a":2}',
  nested(50_000),
  `{"content":${nested(5000)}}`,
  `{"content":"\\ud800"}`,
  `{"content":"\\u0000"}`,
  `{"content":{"\\u0000":"\\udfff"}}`,
  Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
  Buffer.from('\ufeff{}'),
]
const types = ['text/plain', 'application/xml', 'multipart/form-data', 'application/x-www-form-urlencoded', 'a', '']
const heads: Record<string, string>[] = [
  { 'idempotency-key': '' },
  { 'idempotency-key': 'k'.repeat(3000) },
  { 'idempotency-key': 'ä\u0080' },
  { 'if-none-match': '"' },
  { authorization: 'Bearer' },
  { authorization: `Bearer ${'x'.repeat(5000)}` },
  { authorization: 'Basic eDp5' },
  { cookie: 'mortar.session_token=%E0%A4%A.x; =; a' },
  { cookie: `mortar.session_token=${'x'.repeat(2000)}.${'A'.repeat(44)}` },
  { 'accept-language': '*;q=x,,,zz-🙂'.replace('🙂', '') },
  { 'content-length': '3' },
]

const json = { 'content-type': 'application/json' }
export const asRaw = ({ path, query, body }: Shot): Raw => ({
  path,
  query: new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString(),
  headers: body === undefined ? {} : json,
  ...(body !== undefined && { payload: JSON.stringify(body) }),
})

/** Requests that nobody should send: right ones with something wrong in them. */
export function brokenShots(call: Call, ids: Ids): fc.Arbitrary<Raw> {
  const valid = validShots(call, ids)
  const value = fc.constantFrom(...values)
  const hasPath = call.path.includes('{')
  return fc.oneof(
    fc
      .tuple(valid, value, fc.nat())
      .map(([shot, wrong, at]) => asRaw({ ...shot, body: replaced(shot.body, wrong, at) })),
    fc.tuple(valid, fc.constantFrom(...bodies)).map(([shot, payload]) => ({ ...asRaw(shot), headers: json, payload })),
    fc.tuple(valid, fc.integer({ min: 1, max: 40 })).map(([shot, less]) => {
      const raw = asRaw({ ...shot, body: shot.body ?? { a: 'truncated' } })
      return { ...raw, payload: String(raw.payload).slice(0, -less) }
    }),
    fc.tuple(valid, fc.constantFrom(...types)).map(([shot, type]) => ({
      ...asRaw(shot),
      headers: { 'content-type': type },
      payload: '<a>1</a>',
    })),
    fc.tuple(valid, fc.constantFrom(...heads)).map(([shot, head]) => {
      const raw = asRaw(shot)
      return { ...raw, headers: { ...raw.headers, ...head } }
    }),
    fc.tuple(valid, fc.constantFrom(...texts), queryNames(call)).map(([shot, wrong, name]) => ({
      ...asRaw(shot),
      query: `${name}=${encode(wrong)}`,
    })),
    ...(hasPath
      ? [
          fc.tuple(valid, fc.constantFrom(...texts)).map(([shot, wrong]) => ({
            ...asRaw(shot),
            path: Object.fromEntries(Object.keys(shot.path).map((name) => [name, wrong])),
          })),
        ]
      : []),
  )
}

const queryNames = ({ operation }: Call) =>
  fc.constantFrom('a', 'after', ...operation.parameters.filter((p) => p.in === 'query').map(({ name }) => name))

/** Half characters cannot be written in an address; their bytes can. */
export const encode = (text: string) => (text.isWellFormed() ? encodeURIComponent(text) : '%ED%A0%80')

/** One value somewhere inside is another one, or one more is there. */
function replaced(body: unknown, wrong: unknown, at: number): unknown {
  if (typeof body !== 'object' || body === null) return wrong
  const keys = Object.keys(body)
  if (keys.length === 0) return Array.isArray(body) ? [wrong] : { extra: wrong }
  const key = keys[at % keys.length]!
  const inside = (body as Record<string, unknown>)[key]
  const value = at % 3 === 0 ? replaced(inside, wrong, at >> 2) : wrong
  return Array.isArray(body) ? body.with(Number(key), value) : { ...body, [key]: value }
}
