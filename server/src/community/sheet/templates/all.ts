import type { Template } from '../template.ts'
import { closing } from './closing.ts'
import { ladder } from './ladder.ts'
import { review } from './review.ts'
import { roles } from './roles.ts'
import { rules } from './rules.ts'
import { sponsorship } from './sponsorship.ts'
import { succession } from './succession.ts'
import { workingGroup } from './working-group.ts'
import { worksheet } from './worksheet.ts'

/** Every template but the charter, which has a page of its own, in the order of a community's life. */
export const templates: readonly Template[] = [
  worksheet,
  sponsorship,
  roles,
  rules,
  ladder,
  workingGroup,
  review,
  succession,
  closing,
]

const byId = new Map(templates.map((template) => [template.id, template]))

export const templateWith = (id: string): Template | undefined => byId.get(id)
