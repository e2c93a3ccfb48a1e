import { S3mini, S3NetworkError, S3ServiceError } from 's3mini'
import { Failure } from '../failure.ts'
import { Refusal } from '../refusal.ts'
import type { S3Place, Settings } from '../settings.ts'

/** Where contents of files lie beside the database, each under the print of its bytes. */
export interface FileStorage {
  /** For people: which storage this is. */
  described: string
  put(name: string, bytes: Buffer): Promise<void>
  get(name: string): Promise<Buffer | undefined>
  remove(name: string): Promise<void>
  /** Whether it answers and lets us in: nothing, or what to do. */
  trouble(): Promise<string | undefined>
}

const longestAnswer = 20_000

export const openStorage = ({ s3 }: Pick<Settings, 's3'>): FileStorage | undefined => s3 && s3Storage(s3)

function s3Storage({ endpoint, region, keyId, keySecret }: S3Place): FileStorage {
  const bucket = new S3mini({
    endpoint,
    region,
    accessKeyId: keyId,
    secretAccessKey: keySecret,
    requestAbortTimeout: longestAnswer,
  })
  return {
    described: `S3 at ${endpoint}`,
    put: (name, bytes) => told(bucket.putObject(name, bytes, 'application/octet-stream').then(() => undefined)),
    get: async (name) => {
      const bytes = await told(bucket.getObjectArrayBuffer(name))
      return bytes ? Buffer.from(bytes) : undefined
    },
    remove: (name) => told(bucket.deleteObject(name).then(() => undefined)),
    trouble: () => troubleOf(bucket, endpoint),
  }
}

/** Being away is nobody's fault: a request hears a sentence, and nothing of it is kept. */
async function told<T>(asking: Promise<T>): Promise<T> {
  try {
    return await asking
  } catch (error) {
    if (isAway(error)) throw new Refusal('unavailable', 'platform:filesAway')
    throw error
  }
}

const isAway = (error: unknown) =>
  error instanceof S3NetworkError ||
  error instanceof S3ServiceError ||
  // What fetch throws when a connection is cut or takes too long.
  (error instanceof Error && (error.message === 'fetch failed' || ['TimeoutError', 'AbortError'].includes(error.name)))

async function troubleOf(bucket: S3mini, endpoint: string): Promise<string | undefined> {
  try {
    if (await bucket.bucketExists()) return undefined
    return `the bucket of ${endpoint} is not there, or the key may not use it: make it, or correct S3_ENDPOINT, S3_KEY_ID and S3_KEY_SECRET`
  } catch {
    return `${endpoint} does not answer: start it, or correct S3_ENDPOINT`
  }
}

/** For a command: a sentence with what to do instead of a refusal. */
export function asBlocked(error: unknown): never {
  if (!(error instanceof Refusal && error.key === 'platform:filesAway')) throw error
  throw new Failure(
    'The storage of files does not answer: start it, or correct the settings S3_…; then run this again.',
  )
}
