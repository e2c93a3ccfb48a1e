import { sql } from 'kysely'
import type { Reader } from '#platform/database.ts'

export interface DraftFound {
  id: string
  words: string[]
  /** Names of units that may be named. */
  units: string[]
}

/** What a charter may say of the community that a recognition is about; units only where it may be described. */
export async function foundToDraft(db: Reader, recognition: string): Promise<DraftFound | undefined> {
  const { rows } = await sql<DraftFound>`
    select found.id, found.words, array(
             select unit.name from jsonb_array_elements_text(found.evidence->'unitIds') as named (id)
             join unit on unit.id = named.id::uuid where found.described order by unit.name) as units
    from recognition join found_community found on found.id = recognition.found_id
    where recognition.id = ${recognition}`.execute(db)
  return rows[0]
}
