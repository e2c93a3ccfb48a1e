import { join, resolve } from 'node:path'
import { z } from 'zod'
import { Failure } from './failure.ts'
import { projectRoot } from './project.ts'
import { secretIn } from './secret.ts'

export type Env = Record<string, string | undefined>

const webAddress = (value: string) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)
const databaseAddress = (value: string) => /^postgres(ql)?:\/\/./.test(value)
const yesOrNo = z
  .enum(['true', 'false', '1', '0', 'yes', 'no'])
  .transform((word) => ['true', '1', 'yes'].includes(word))

/** What may be set, each with the words that say what is allowed. */
const shape = {
  PORT: [
    z.string().regex(/^\d+$/).transform(Number).pipe(z.int().max(65_535)),
    'a number from 1 to 65535 (0 takes any free port)',
  ],
  DATA_DIR: [z.string().min(1), 'a folder that Mortar may write to'],
  DATABASE_URL: [z.string().refine(databaseAddress), 'an address such as postgresql://user:password@host:5432/name'],
  BASE_URL: [z.string().refine(webAddress), 'the address people type, such as https://mortar.example.org'],
  SECRET: [z.string().min(32), 'at least 32 characters that nobody can guess'],
  FILES: [z.literal('database'), '"database"; storage in S3 is not offered yet'],
  FILES_HOST: [
    z.string().refine(webAddress),
    'an address of its own for uploaded files, such as https://files.example.org',
  ],
  TRUST_PROXY: [yesOrNo, 'true when a reverse proxy stands in front, else false'],
  LOG_LEVEL: [
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
    'fatal, error, warn, info, debug, trace or silent',
  ],
} as const satisfies Record<string, readonly [z.ZodType, string]>

type Name = keyof typeof shape
type Value<N extends Name> = z.output<(typeof shape)[N][0]>

export const settingNames = Object.keys(shape) as Name[]
const secret = new Set<Name>(['SECRET', 'DATABASE_URL'])

export interface Settings {
  port: number
  dataDir: string
  /** Somebody else's PostgreSQL; without it Mortar runs its own. */
  databaseUrl: string | undefined
  baseUrl: string
  /** Signs sessions and links. Made once and kept in the data folder unless it is set. */
  secret: string
  files: 'database'
  filesHost: string | undefined
  trustProxy: boolean
  logLevel: Value<'LOG_LEVEL'>
}

export function readSettings(env: Env): Settings {
  const port = setting(env, 'PORT') ?? 4400
  const dataDir = resolve(setting(env, 'DATA_DIR') ?? join(projectRoot, 'data'))
  return {
    port,
    dataDir,
    databaseUrl: setting(env, 'DATABASE_URL'),
    baseUrl: (setting(env, 'BASE_URL') ?? `http://localhost:${port}`).replace(/\/+$/, ''),
    files: setting(env, 'FILES') ?? 'database',
    filesHost: setting(env, 'FILES_HOST'),
    trustProxy: setting(env, 'TRUST_PROXY') ?? false,
    logLevel: setting(env, 'LOG_LEVEL') ?? 'warn',
    secret: setting(env, 'SECRET') ?? secretIn(dataDir),
  }
}

function setting<N extends Name>(env: Env, name: N): Value<N> | undefined {
  const given = env[name]?.trim()
  if (!given) return undefined

  const [type, allowed] = shape[name]
  const read = type.safeParse(given)
  if (read.success) return read.data as Value<N>
  const shown = secret.has(name) ? '' : ` is "${given}", but`
  throw new Failure(`The setting ${name}${shown} must be ${allowed}.`, 'usage')
}
