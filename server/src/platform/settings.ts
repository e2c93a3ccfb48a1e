import { join, resolve } from 'node:path'
import { z } from 'zod'
import { Failure } from './failure.ts'
import { projectRoot } from './project.ts'
import { secretIn } from './secret.ts'

export interface S3Place {
  /** With the bucket as its path. */
  endpoint: string
  region: string
  keyId: string
  keySecret: string
}

export type Env = Record<string, string | undefined>

const webAddress = (value: string) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)
const databaseAddress = (value: string) => /^postgres(ql)?:\/\/./.test(value)
/** How many proxies stand in front, each adding whom it heard; what was said before the first of them is not believed. */
const proxies = z
  .enum(['true', 'false', 'yes', 'no', '0', '1', '2', '3', '4'])
  .transform((word) => (['true', 'yes'].includes(word) ? 1 : Number(word) || false))

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
  FILES: [z.enum(['database', 's3']), '"database", or "s3" with the settings S3_ENDPOINT, S3_KEY_ID and S3_KEY_SECRET'],
  S3_ENDPOINT: [
    z.string().refine((value) => webAddress(value) && new URL(value).pathname.length > 1),
    'an address with the bucket at its end, such as https://s3.example.org/mortar-files',
  ],
  S3_REGION: [z.string().min(1), 'the region of the bucket, such as eu-north-1'],
  S3_KEY_ID: [z.string().min(1), 'the id of a key that may read, write and delete in the bucket'],
  S3_KEY_SECRET: [z.string().min(1), 'the secret of that key'],
  FILES_HOST: [
    z.string().refine(webAddress),
    'an address of its own for uploaded files, such as https://files.example.org',
  ],
  TRUST_PROXY: [
    proxies,
    'true when a reverse proxy stands in front, the number of them when there are more, else false',
  ],
  TRACES_LIMIT: [
    z
      .string()
      .regex(/^\d+(\.\d+)?$/)
      .transform(Number)
      .pipe(z.number().min(0.001).max(1000)),
    'a number of GB from 0.001 to 1000: how large a table of traces may be that is sent by the page',
  ],
  FEED_HOSTS: [
    z
      .string()
      .transform((value) => value.toLowerCase().split(/[\s,]+/))
      .pipe(z.array(z.string().regex(/^[a-z0-9.:_-]+$/))),
    'names or addresses of hosts, separated by commas, such as intranet.example.org',
  ],
  MAIL_HOSTS: [
    z
      .string()
      .transform((value) => value.toLowerCase().split(/[\s,]+/))
      .pipe(z.array(z.string().regex(/^[a-z0-9.-]+(:\d{1,5})?$/))),
    'names of servers of mail, with a port where it is not 993, separated by commas, such as imap.example.org',
  ],
  LOG_LEVEL: [
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
    'fatal, error, warn, info, debug, trace or silent',
  ],
} as const satisfies Record<string, readonly [z.ZodType, string]>

type Name = keyof typeof shape
type Value<N extends Name> = z.output<(typeof shape)[N][0]>

export const settingNames = Object.keys(shape) as Name[]
const secret = new Set<Name>(['SECRET', 'DATABASE_URL', 'S3_KEY_SECRET'])

export interface Settings {
  port: number
  dataDir: string
  /** Somebody else's PostgreSQL; without it Mortar runs its own. */
  databaseUrl: string | undefined
  baseUrl: string
  /** Signs sessions and links. Made once and kept in the data folder unless it is set. */
  secret: string
  /** Where contents of files lie; none keeps them in the database. */
  s3: S3Place | undefined
  filesHost: string | undefined
  trustProxy: number | false
  /** How many GB a table of traces may have that is sent by the page. */
  tracesLimit: number
  /** Hosts of one's own network that feeds may be read from; all others must be public. */
  feedHosts: readonly string[]
  /** Servers of mail whose mailboxes may be read from the pages. */
  mailHosts: readonly string[]
  logLevel: Value<'LOG_LEVEL'>
}

/** The file of erasures that were carried out, beside the database. */
export const erasuresFile = ({ dataDir }: Settings) => join(dataDir, 'erasures.jsonl')

export function readSettings(env: Env): Settings {
  const port = setting(env, 'PORT') ?? 4400
  const dataDir = resolve(setting(env, 'DATA_DIR') ?? join(projectRoot, 'data'))
  return {
    port,
    dataDir,
    databaseUrl: setting(env, 'DATABASE_URL'),
    baseUrl: (setting(env, 'BASE_URL') ?? `http://localhost:${port}`).replace(/\/+$/, ''),
    s3: s3In(env),
    filesHost: setting(env, 'FILES_HOST')?.replace(/\/+$/, ''),
    trustProxy: setting(env, 'TRUST_PROXY') ?? false,
    tracesLimit: setting(env, 'TRACES_LIMIT') ?? 2,
    feedHosts: setting(env, 'FEED_HOSTS') ?? [],
    mailHosts: setting(env, 'MAIL_HOSTS') ?? [],
    logLevel: setting(env, 'LOG_LEVEL') ?? 'warn',
    secret: setting(env, 'SECRET') ?? secretIn(dataDir),
  }
}

function s3In(env: Env): S3Place | undefined {
  if (setting(env, 'FILES') !== 's3') return undefined
  const needed = <N extends Name>(name: N) => {
    const value = setting(env, name)
    if (value === undefined)
      throw new Failure(`FILES is "s3", so the setting ${name} must be ${shape[name][1]}.`, 'usage')
    return value
  }
  return {
    endpoint: needed('S3_ENDPOINT').replace(/\/+$/, ''),
    region: setting(env, 'S3_REGION') ?? 'auto',
    keyId: needed('S3_KEY_ID'),
    keySecret: needed('S3_KEY_SECRET'),
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
