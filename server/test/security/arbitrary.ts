import fc from 'fast-check'
import type { Call, Schema } from './document.ts'
import { fitting, type Ids } from './ids.ts'

export interface Shot {
  path: Record<string, unknown>
  query: Record<string, unknown>
  body?: unknown
}

const words = ['Mortar', 'Ääniä', 'ward 3', '日本語', 'a&b', '<b>x</b>', '% _', "O'Hara", '😀', 'e\u0301']

/** Requests of the shape that the document describes, with ids that exist. */
export function validShots({ address, operation }: Call, ids: Ids): fc.Arbitrary<Shot> {
  const place = (where: 'path' | 'query') =>
    fc.record(
      Object.fromEntries(
        operation.parameters
          .filter((parameter) => parameter.in === where)
          .map(({ name, schema }) => [name, known(name, schema) ?? valueOf(schema, [name])]),
      ),
      { requiredKeys: operation.parameters.filter((p) => p.in === where && p.required).map(({ name }) => name) },
    )
  /** Parameters whose schema does not say that they are ids of something. */
  const known = (name: string, schema: Schema) =>
    ['community', 'token', 'line', 'key'].includes(name) && schema.format !== 'uuid' && (ids[name]?.length ?? 0) > 0
      ? fc.constantFrom(...ids[name]!)
      : undefined

  const valueOf = (schema: Schema, path: string[]): fc.Arbitrary<unknown> => {
    const choices = schema.anyOf ?? schema.oneOf
    if (choices) return fc.oneof(...choices.map((choice) => valueOf(choice, path)))
    if (schema.allOf) return valueOf(Object.assign({}, ...schema.allOf) as Schema, path)
    if ('const' in schema) return fc.constant(schema.const)
    if (schema.enum) return fc.constantFrom(...schema.enum)
    switch (schema.type) {
      case 'string':
        return textOf(schema, path)
      case 'integer':
        return fc.integer({ min: schema.minimum ?? -1000, max: Math.min(schema.maximum ?? 1000, 2_147_483_647) })
      case 'number':
        return fc.double({ min: schema.minimum ?? -1000, max: schema.maximum ?? 1000, noNaN: true })
      case 'boolean':
        return fc.boolean()
      case 'null':
        return fc.constant(null)
      case 'array':
        return fc.array(valueOf(schema.items ?? {}, [...path, '[]']), {
          minLength: schema.minItems ?? 0,
          maxLength: Math.min(schema.maxItems ?? 4, 4),
        })
      case 'object':
        return objectOf(schema, path)
      default:
        return fc.jsonValue({ maxDepth: 3 })
    }
  }

  const objectOf = (schema: Schema, path: string[]): fc.Arbitrary<unknown> => {
    if (!schema.properties) return fc.dictionary(fc.string({ maxLength: 10 }), fc.jsonValue({ maxDepth: 2 }))
    const entries = Object.entries(schema.properties).map(([name, part]) => [name, valueOf(part, [...path, name])])
    const arbitraries = Object.fromEntries(entries) as Record<string, fc.Arbitrary<unknown>>
    return fc.record(arbitraries, { requiredKeys: schema.required ?? [] })
  }

  const textOf = (schema: Schema, path: string[]): fc.Arbitrary<string> => {
    const { format, pattern, minLength = 0, maxLength = 200 } = schema
    if (format === 'uuid') return fc.constantFrom(...fitting(ids, path, address))
    if (format === 'date') return fc.constantFrom('2024-02-29', '2031-12-31', '2026-01-01')
    if (format === 'date-time') return fc.constantFrom('2026-01-01T00:00:00.000Z')
    if (format === 'email') return fc.uuid().map((name) => `${name}@example.org`)
    if (format === 'uri') return fc.webUrl()
    if (pattern?.includes('inquiry|practice')) return fc.constantFrom(...ids['inquiry']!.map((id) => `inquiry:${id}`))
    return fc
      .oneof(
        fc.constantFrom(...words),
        fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, 300) }),
        fc.constant('x'.repeat(maxLength > 50_000 ? 50_000 : maxLength)),
      )
      .map((text) => text.replaceAll(/[\0\r\n]/g, ' ').slice(0, maxLength))
      .map((text) => (text.trim().length < minLength ? 'Mortar'.slice(0, Math.max(minLength, 3)) : text))
  }

  const schema = Object.values(operation.requestBody?.content ?? {})[0]?.schema
  const body = address.endsWith('/files') || address === 'POST /organization/imports' ? undefined : schema
  return fc.record({
    path: place('path'),
    query: place('query'),
    ...(body && { body: valueOf(body, []) }),
  }) as fc.Arbitrary<Shot>
}
