import { type Operation } from '@mortar/contract/operation'
import { Problem } from '@mortar/contract/common'
import { z } from 'zod'
import type { Endpoint } from './endpoint.ts'

type Json = Record<string, unknown>

/** The API as an OpenAPI 3.1 document, from the contract that also checks every request. */
export function openapi(endpoints: Endpoint[], version: string): Json {
  const paths: Record<string, Json> = {}
  for (const { address, operation } of endpoints) {
    const [method, path] = address.split(' ') as [string, string]
    ;(paths[path] ??= {})[method.toLowerCase()] = describe(address, operation)
  }
  return shareParts({
    openapi: '3.1.1',
    info: {
      title: 'Mortar',
      version,
      description: 'Communities of practice: everything the pages do, as an API.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api' }],
    security: [{ token: [] }, { session: [] }],
    tags: [...new Set(endpoints.map(({ address }) => tagOf(address)))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'A personal token, made in your settings.' },
        session: { type: 'apiKey', in: 'cookie', name: 'mortar.session_token' },
      },
      schemas: { Problem: schemaOf(Problem, 'output') },
      responses: {
        Problem: {
          description: 'A refusal with a sentence that says what to do.',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
  })
}

/** A schema that holds itself refers to its own root; in the document the root is the document's. */
function shareParts(document: Json & { components: Json & { schemas: Json } }): Json {
  const shared: Json = {}
  const moved = JSON.parse(JSON.stringify(document), (_, value) => {
    if (!value?.$defs) return value
    const { $defs, ...schema } = value as Json & { $defs: Json }
    const names = Object.keys($defs).map((name, at) => [name, `Part${Object.keys(shared).length + at + 1}`] as const)
    const pointed = (part: unknown) =>
      names.reduce<string>(
        (text, [name, shown]) => text.replaceAll(`"#/$defs/${name}"`, `"#/components/schemas/${shown}"`),
        JSON.stringify(part),
      )
    for (const [name, shown] of names) shared[shown] = JSON.parse(pointed($defs[name]))
    return JSON.parse(pointed(schema))
  })
  Object.assign(moved.components.schemas, shared)
  return moved
}

const tagOf = (address: string) => address.split('/')[1]!.replace(/\{.*/, '')

function describe(address: string, operation: Operation): Json {
  const { summary, scope, body, open } = operation
  return {
    operationId: address
      .toLowerCase()
      .replaceAll(/[^a-z]+/g, '_')
      .replace(/_$/, ''),
    summary,
    tags: [tagOf(address)],
    'x-scope': scope,
    ...(open && { security: [] }),
    parameters: [
      ...parameters(operation.params, 'path'),
      ...parameters(operation.query, 'query'),
      ...idempotency(address, operation),
    ],
    ...(operation.multipart && { requestBody: fileBody }),
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body, 'input') } } },
    }),
    responses: responses(operation),
  }
}

const fileBody = {
  required: true,
  content: {
    'multipart/form-data': {
      schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
    },
  },
}

function idempotency(address: string, { multipart, unrepeatable }: Operation): Json[] {
  if (address.startsWith('GET') || multipart || unrepeatable) return []
  return [
    {
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      schema: { type: 'string', maxLength: 200 },
      description: 'Repeat a write safely: the same key gets the first answer again for a day.',
    },
  ]
}

function parameters(schema: z.ZodObject | undefined, place: 'path' | 'query'): Json[] {
  if (!schema) return []
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }))
}

function responses({ reply, media, status, open }: Operation): Json {
  const problem = { $ref: '#/components/responses/Problem' }
  const content = media ? { [media]: {} } : reply && { 'application/json': { schema: schemaOf(reply, 'output') } }
  return {
    [status ?? (content ? 200 : 204)]: { description: 'Done.', ...(content && { content }) },
    400: problem,
    ...(!open && { 401: problem, 403: problem, 404: problem }),
    default: problem,
  }
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
  }) as Json
  return rest
}
