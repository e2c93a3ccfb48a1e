import type { Server } from '../../src/main.ts'

export type Json = Record<string, unknown>

/** A JSON Schema, as far as the document uses it. */
export interface Schema extends Json {
  type?: string
  format?: string
  pattern?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  propertyNames?: Schema
  additionalProperties?: Schema | boolean
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  minimum?: number
  maximum?: number
  default?: unknown
}

export interface Described {
  operationId: string
  summary: string
  tags: string[]
  'x-scope': string
  security?: Json[]
  parameters: { name: string; in: 'path' | 'query' | 'header'; required: boolean; schema: Schema }[]
  requestBody?: { required: boolean; content: Record<string, { schema: Schema }> }
  responses: Record<string, { $ref?: string; description?: string; content?: Record<string, Json> }>
}

export interface Document extends Json {
  tags: { name: string }[]
  security: Json[]
  paths: Record<string, Record<string, Described>>
  components: { securitySchemes: Json; schemas: Json }
}

export interface Call {
  address: string
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  path: string
  operation: Described
}

export const readDocument = async ({ app }: Server): Promise<Document> =>
  (await app.inject({ url: '/api/openapi.json' })).json()

/** Every operation of the document. */
export const callsIn = ({ paths }: Document): Call[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([name, operation]) => {
      const method = name.toUpperCase() as Call['method']
      return { address: `${method} ${path}`, method, path, operation }
    }),
  )
