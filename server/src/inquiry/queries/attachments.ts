import { sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'

/** Makes files part of a text: only one's own uploads and what the inquiry shows already, so that no link opens a file. */
export async function saveAttachments(
  tx: Writer,
  byId: string,
  inquiryId: string,
  subject: { kind: 'inquiry' | 'contribution'; id: string },
  fileIds: string[],
): Promise<void> {
  if (fileIds.length === 0) return
  await sql`
    insert into attachment (file_id, subject_kind, subject_id)
    select file.id, ${subject.kind}, ${subject.id}::uuid from file
    where file.id = any(${fileIds}::uuid[]) and (file.uploaded_by = ${byId} or exists (
      select from attachment known where known.file_id = file.id and (known.subject_id = ${inquiryId}::uuid or known.subject_id in (
        select id from contribution where inquiry_id = ${inquiryId}::uuid))))
    on conflict do nothing`.execute(tx)
}

/** The inquiries and contributions that show a file. */
export const attachmentsOf = (db: Reader, fileId: string) =>
  db
    .selectFrom('attachment')
    .select(['subjectKind', 'subjectId'])
    .where('fileId', '=', fileId)
    .where('subjectKind', 'in', ['inquiry', 'contribution'])
    .execute()
