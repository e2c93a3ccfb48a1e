import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readSettings, type Env } from './settings.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mortar-settings-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const read = (env: Env) => readSettings({ DATA_DIR: folder, ...env })

test('with nothing set, Mortar listens on 4400 and keeps everything in the folder data of the project', () => {
  const settings = read({ SECRET: 's'.repeat(32) })

  expect(settings).toMatchObject({
    port: 4400,
    baseUrl: 'http://localhost:4400',
    s3: undefined,
    trustProxy: false,
    logLevel: 'warn',
  })
  expect(readSettings({ SECRET: 's'.repeat(32) }).dataDir).toBe(join(process.cwd(), 'data'))
})

test('an empty setting counts as not set', () => {
  expect(read({ PORT: ' ', DATABASE_URL: '' })).toMatchObject({ port: 4400, databaseUrl: undefined })
})

test('a base address loses its last slash', () => {
  expect(read({ BASE_URL: 'https://mortar.example.org/' }).baseUrl).toBe('https://mortar.example.org')
})

test.each([
  ['PORT', 'http'],
  ['PORT', '70000'],
  ['PORT', '-1'],
  ['DATABASE_URL', 'mysql://root:hush-hush@localhost/mortar'],
  ['BASE_URL', 'mortar.example.org'],
  ['SECRET', 'hush-hush'],
  ['FILES', 's3://bucket'],
  ['FILES_HOST', 'ftp://files.example.org'],
  ['TRUST_PROXY', 'perhaps'],
  ['LOG_LEVEL', 'loud'],
])('%s=%s is refused in one sentence that names it and what is allowed', (name, value) => {
  const refused = expect(() => read({ [name]: value }))

  refused.toThrow(
    expect.objectContaining({
      ending: 'usage',
      message: expect.stringMatching(new RegExp(`^The setting ${name} .*must be .+\\.$`)),
    }),
  )
  refused.not.toThrow(/hush-hush/)
})

test.each([
  ['true', 1],
  ['2', 2],
  ['no', false],
  ['0', false],
] as const)('TRUST_PROXY %s believes what %s proxies say', (word, trusted) => {
  expect(read({ TRUST_PROXY: word }).trustProxy).toBe(trusted)
})

const bucket = {
  FILES: 's3',
  S3_ENDPOINT: 'https://s3.example.org/mortar-files/',
  S3_KEY_ID: 'id',
  S3_KEY_SECRET: 'hush-hush',
}

test('a bucket for files is an address and a key, in any region unless one is set', () => {
  expect(read(bucket).s3).toEqual({
    endpoint: 'https://s3.example.org/mortar-files',
    region: 'auto',
    keyId: 'id',
    keySecret: 'hush-hush',
  })
  expect(read({ ...bucket, S3_REGION: 'eu-north-1' }).s3?.region).toBe('eu-north-1')
  expect(read({ ...bucket, FILES: 'database' }).s3).toBeUndefined()
})

test.each(['S3_ENDPOINT', 'S3_KEY_ID', 'S3_KEY_SECRET'] as const)('without %s a bucket is refused', (name) => {
  expect(() => read({ ...bucket, [name]: '' })).toThrow(new RegExp(`^FILES is "s3", so the setting ${name} must be `))
})

test('an address without a bucket is refused', () => {
  expect(() => read({ ...bucket, S3_ENDPOINT: 'https://s3.example.org' })).toThrow(/with the bucket at its end/)
})

test('the secret is made once, for its owner only, and is the same at the next start', () => {
  const { secret } = read({})

  expect(read({}).secret).toBe(secret)
  expect(secret.length).toBeGreaterThanOrEqual(32)
  expect(readFileSync(join(folder, 'secret'), 'utf8').trim()).toBe(secret)
  expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder)).toEqual(['secret'])
})

test('a secret that is set leaves no file', () => {
  read({ SECRET: 's'.repeat(32) })

  expect(readdirSync(folder)).toEqual([])
})

test('a damaged secret is not replaced silently', () => {
  writeFileSync(join(folder, 'secret'), '')

  expect(() => read({})).toThrow(/is damaged: put back the secret from a backup/)
})

test('a data folder that is a file is refused', () => {
  writeFileSync(join(folder, 'file'), '')

  expect(() => readSettings({ DATA_DIR: join(folder, 'file') })).toThrow(/is not a folder: set DATA_DIR to a folder\.$/)
})
