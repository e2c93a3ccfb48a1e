import { operations } from '@mortar/contract'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { callsIn, type Json, readDocument } from './document.ts'
import { testWorld } from '../world.ts'

const { server } = await testWorld()
const document = await readDocument(server)
const calls = callsIn(document)

function* schemasIn(value: unknown, at = ''): Generator<{ at: string; schema: Json }> {
  if (typeof value !== 'object' || value === null) return
  for (const [key, inside] of Object.entries(value)) {
    if (key === 'schema') yield { at: `${at}/${key}`, schema: inside as Json }
    yield* schemasIn(inside, `${at}/${key}`)
  }
}

function* referencesIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return
  for (const [key, inside] of Object.entries(value)) {
    if (key === '$ref') yield inside as string
    yield* referencesIn(inside)
  }
}

const resolve = (reference: string) =>
  reference
    .slice(2)
    .split('/')
    .reduce<unknown>((at, part) => (at as Json | undefined)?.[part.replaceAll('~1', '/')], document)

/** A schema with what it refers to. */
function standingAlone(schema: Json) {
  const whole = JSON.stringify({ ...schema, $defs: document.components.schemas })
  return JSON.parse(whole.replaceAll('#/components/schemas/', '#/$defs/')) as Parameters<typeof z.fromJSONSchema>[0]
}

test('the document says what it is', () => {
  expect(document).toMatchObject({
    openapi: expect.stringMatching(/^3\.1\.\d+$/),
    info: { title: 'Mortar', version: expect.stringMatching(/^\d+\.\d+\.\d+/), license: { name: 'Apache-2.0' } },
    servers: [{ url: '/api' }],
  })
  const known = new Set(
    'openapi info servers security tags paths components webhooks externalDocs jsonSchemaDialect'.split(' '),
  )
  expect(Object.keys(document).filter((key) => !known.has(key))).toEqual([])
})

test('every operation of the contract is in the document, and nothing else', () => {
  expect(calls.map(({ address }) => address).sort()).toEqual(Object.keys(operations).sort())
})

test.each(calls.map(({ address, method, path }) => [address, method, path] as const))(
  '%s has an endpoint',
  (_, method, path) => {
    expect(server.app.hasRoute({ method, url: `/api${path.replaceAll(/\{(\w+)\}/g, ':$1')}` })).toBe(true)
  },
)

test('every reference leads somewhere', () => {
  const all = [...new Set(referencesIn(document))]

  expect(all.length).toBeGreaterThan(0)
  expect(all.filter((reference) => !reference.startsWith('#/') || !resolve(reference))).toEqual([])
})

test('no two operations share their id, and each id is one word to a program', () => {
  const ids = calls.map(({ operation }) => operation.operationId)

  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
  expect(ids.filter((id) => !/^[a-z][a-z0-9_]*[a-z0-9]$/.test(id))).toEqual([])
})

test('no two paths differ in the names of their parameters only', () => {
  const shapes = Object.keys(document.paths).map((path) => path.replaceAll(/\{\w+\}/g, '{}'))

  expect(shapes.filter((shape, at) => shapes.indexOf(shape) !== at)).toEqual([])
})

describe.each(calls.map((call) => [call.address, call] as const))('%s', (_, { operation, path, method }) => {
  test('describes its parameters, its body and its answers', () => {
    const parameters = operation.parameters.map(({ in: place, name }) => `${place} ${name}`)
    const inPath = operation.parameters.filter((parameter) => parameter.in === 'path')
    expect(inPath.map(({ name }) => name).sort()).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, n]) => n!).sort())
    expect(inPath.every(({ required }) => required)).toBe(true)
    expect(new Set(parameters).size).toBe(parameters.length)
    expect(operation.parameters.filter(({ schema }) => typeof schema !== 'object')).toEqual([])

    expect(operation.summary).toMatch(/\w{2,}/)
    expect(document.tags.map(({ name }) => name)).toEqual(expect.arrayContaining(operation.tags))
    if (method === 'GET') expect(operation.requestBody).toBeUndefined()

    const answers = Object.entries(operation.responses)
    expect(answers.filter(([status]) => /^2\d\d$/.test(status))).toHaveLength(1)
    for (const [status, answer] of answers) {
      expect(status).toMatch(/^([1-5]\d\d|default)$/)
      const read = (answer.$ref ? resolve(answer.$ref) : answer) as { description?: string }
      expect(read.description).toMatch(/\w/)
    }
  })
})

test('the scheme of every required way in is described', () => {
  const named = calls.flatMap(({ operation }) => operation.security ?? document.security).flatMap(Object.keys)

  expect(Object.keys(document.components.securitySchemes)).toEqual(expect.arrayContaining([...new Set(named)]))
})

test('every schema can be read, and reads what it describes', () => {
  const all = [...schemasIn(document)]
  const unread = all.filter(({ schema }) => {
    try {
      z.fromJSONSchema(standingAlone(schema))
      return false
    } catch {
      return true
    }
  })

  expect(all.length).toBeGreaterThan(200)
  expect(() => z.fromJSONSchema({ $ref: '#/$defs/nowhere' })).toThrow()
  expect(unread.map(({ at }) => at)).toEqual([])
})
