import * as z from 'zod'

/** Where a setting or a number comes from, as a reader would look it up. */
export interface About {
  /** The key of its words in a catalogue, such as `march.p1`. */
  readonly label: string
  /** What it means, in English, for terminals and readers of the code. */
  readonly meaning: string
  /** What it counts, such as `people` or `periods`; nothing for a share or a choice. */
  readonly unit?: string
  readonly source?: string
}

interface Range extends About {
  readonly from: number
  readonly to: number
  readonly default: number
  /** How far a slider goes in one step. */
  readonly step?: number
}

const told = <Schema extends z.ZodType>(schema: Schema, { label, meaning, unit, source }: About, more = {}) =>
  schema.meta({ label, description: meaning, ...(unit && { unit }), ...(source && { source }), ...more })

/** A number in a range, both ends included. */
export const quantity = ({ from, to, default: start, step, ...about }: Range) =>
  told(z.number().min(from).max(to).default(start), about, { step: step ?? (to - from) / 100 })

/** A share or a probability, 0 to 1. */
export const share = (about: About & { default: number }) => quantity({ from: 0, to: 1, step: 0.01, ...about })

/** A whole number in a range. */
export const count = ({ from, to, default: start, step, ...about }: Range) =>
  told(z.int().min(from).max(to).default(start), about, { step: step ?? 1 })

/** One of a closed list of words; the first is the default. */
export const choice = <const Words extends readonly [string, ...string[]]>(
  words: Words,
  about: About & { default?: Words[number] },
) => told(z.enum(words).default((about.default ?? words[0]) as never), about)

/** Yes or no. */
export const flag = (about: About & { default: boolean }) => told(z.boolean().default(about.default), about)

/** What a page or a terminal needs to ask for one setting. */
export interface Field extends About {
  readonly name: string
  readonly kind: 'number' | 'integer' | 'choice' | 'flag' | 'other'
  readonly default: unknown
  readonly from?: number
  readonly to?: number
  readonly step?: number
  readonly choices?: readonly string[]
}

interface JsonField {
  type?: string
  enum?: string[]
  minimum?: number
  maximum?: number
  default?: unknown
  label?: string
  description?: string
  unit?: string
  source?: string
  step?: number
}

/** The settings of a schema, in its order, as fields to ask for. */
export function fieldsOf(settings: z.ZodType): Field[] {
  const { properties = {} } = z.toJSONSchema(settings, { io: 'input', unrepresentable: 'any' })
  return Object.entries(properties as Record<string, JsonField>).map(([name, field]) => ({
    name,
    kind: kindOf(field),
    label: field.label ?? name,
    meaning: field.description ?? '',
    default: field.default,
    ...(field.unit !== undefined && { unit: field.unit }),
    ...(field.source !== undefined && { source: field.source }),
    ...(field.minimum !== undefined && { from: field.minimum }),
    ...(field.maximum !== undefined && { to: field.maximum }),
    ...(field.step !== undefined && { step: field.step }),
    ...(field.enum !== undefined && { choices: field.enum }),
  }))
}

function kindOf({ type, enum: words }: JsonField): Field['kind'] {
  if (words) return 'choice'
  if (type === 'boolean') return 'flag'
  return type === 'number' || type === 'integer' ? type : 'other'
}
