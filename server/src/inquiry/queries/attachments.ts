import { type RawBuilder, sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'
import { type Places, statement } from '#platform/statement.ts'

interface Attaching {
  byId: string
  inquiryId: string
  kind: 'inquiry' | 'contribution'
  /** The inquiry or contribution that shows the files. */
  id: string
  files: string[]
}

/** Makes files part of a text: only one's own uploads and what the inquiry shows already, so that no link opens a file. */
export const attaching = ({ byId, inquiryId, kind, id, files }: Places<Attaching>, when: RawBuilder<unknown>) => sql`
    insert into attachment (file_id, subject_kind, subject_id)
    select file.id, ${kind}, ${id}::uuid from file
    where file.id = any(${files}::uuid[]) and (file.uploaded_by = ${byId} or exists (
      select from attachment known where known.file_id = file.id and (known.subject_id = ${inquiryId}::uuid or known.subject_id in (
        select id from contribution where inquiry_id = ${inquiryId}::uuid)))) and ${when}
    on conflict do nothing`

const attached = statement<Attaching, never>((values) => sql`${attaching(values, sql`true`)}`)

export async function saveAttachments(tx: Writer, values: Attaching): Promise<void> {
  if (values.files.length > 0) await attached(tx, values)
}

/** The inquiries and contributions that show a file. */
export const attachmentsOf = (db: Reader, fileId: string) =>
  db
    .selectFrom('attachment')
    .select(['subjectKind', 'subjectId'])
    .where('fileId', '=', fileId)
    .where('subjectKind', 'in', ['inquiry', 'contribution'])
    .execute()
