import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { communityFor, type CommunityFor } from '../access.ts'
import { isAlive } from '../community.ts'
import { refuse } from '../refusals.ts'
import { findSheet } from './queries.ts'
import { mayReadSheet, mayWrite, type Sheet } from './sheet.ts'
import type { Template } from './template.ts'
import { templateWith } from './templates/all.ts'

export interface SheetFor extends CommunityFor {
  sheet: Sheet
  template: Template
}

/** The only way to a sheet on somebody's behalf. */
export async function sheetFor(db: Reader, actor: Actor, communityId: string, id: string): Promise<SheetFor> {
  const found = await communityFor(db, actor, communityId)
  const sheet = await findSheet(db, found.community.id, id)
  const template = sheet && templateWith(sheet.template)
  if (!template || !mayReadSheet(sheet, found.community, found.who)) throw refuse.notFound('noSheet')
  return { ...found, sheet, template }
}

/** Refuses who may not write in sheets of this template, and says why. */
export function mustWrite(template: Template, { community, who }: CommunityFor): void {
  if (!isAlive(community)) throw refuse.conflict('closed', { on: community.closedAt })
  if (!who.member) throw refuse.forbidden('sheetMembersOnly')
  if (!mayWrite(template, community, who)) throw refuse.forbidden('sheetRolesOnly')
}
