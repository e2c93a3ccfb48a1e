import { z } from 'zod'
import { Id } from './common.ts'
import type { Operations } from './operation.ts'

export const Subject = z.string().regex(/^(inquiry|practice|community|unit|person|escalation):[0-9a-f-]{36}$/)

export const FileView = z.object({
  id: Id,
  name: z.string(),
  mediaType: z.string(),
  size: z.int(),
  address: z.string(),
})
export type FileView = z.infer<typeof FileView>

export const platformOperations = {
  'GET /live': {
    summary: 'Hear when a page changes, as server-sent events',
    scope: 'read',
    query: z.object({ subject: Subject }),
    media: 'text/event-stream',
  },
  'POST /markdown': {
    summary: 'See how a text will look',
    scope: 'read',
    body: z.object({ markdown: z.string().max(40_000) }),
    reply: z.object({ html: z.string() }),
  },
  'POST /files': {
    summary: 'Upload one file of at most 25 MB, to be shown in a text',
    scope: 'write',
    multipart: true,
    reply: FileView,
    status: 201,
  },
  'GET /files/{file}': {
    summary: 'Download a file',
    scope: 'read',
    params: z.object({ file: Id }),
    media: 'application/octet-stream',
  },
} as const satisfies Operations
