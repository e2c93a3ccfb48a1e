import type { SheetContent, SheetState } from '@mortar/contract/community-sheets'
import {
  type Community,
  isAlive,
  isFacilitator,
  mayReadSteering,
  mayReadWorkshop,
  type Standing,
} from '../community.ts'
import { fieldsOf, type Template, type TemplateField } from './template.ts'

/** A template that a community filled in. */
export interface Sheet {
  id: string
  communityId: string
  template: string
  state: SheetState
  version: number
  edits: number
  title: string
  content: SheetContent
  byId: string | null
  at: Date
  movedAt: Date
  startedBy: string | null
  hiddenAt: Date | null
  discardedAt: Date | null
}

/**
 * A draft, or what was set aside, is the members' workshop; what is in use or done is for whoever reads what is inside. A
 * hidden one is read by who keeps order and who started it.
 */
export function mayReadSheet(
  { state, discardedAt, hiddenAt, startedBy }: Pick<Sheet, 'state' | 'discardedAt' | 'hiddenAt' | 'startedBy'>,
  community: Community,
  who: Standing,
): boolean {
  const workshop = state === 'draft' || discardedAt !== null
  const reaches = workshop ? mayReadWorkshop(community, who) : mayReadSteering(community, who)
  return reaches && (hiddenAt === null || isFacilitator(who) || startedBy === who.personId)
}

export const mayWrite = ({ by }: Template, community: Community, who: Standing): boolean =>
  isAlive(community) && who.member && (by === 'members' || who.roles.length > 0)

/** Set aside and taken out again by whoever writes in it. */
export const mayDiscard = (
  template: Template,
  sheet: Pick<Sheet, 'discardedAt'>,
  community: Community,
  who: Standing,
) => mayWrite(template, community, who) && sheet.discardedAt === null
export const mayRestore = (
  template: Template,
  sheet: Pick<Sheet, 'discardedAt'>,
  community: Community,
  who: Standing,
) => mayWrite(template, community, who) && sheet.discardedAt !== null

/** What of a content the template knows, in the shape that it asks for; anything else falls away. */
export function fitting(template: Template, content: SheetContent): SheetContent {
  return Object.fromEntries(
    fieldsOf(template).flatMap((field) => {
      const value = fittingValue(field, content[field.id])
      return value === undefined ? [] : [[field.id, value]]
    }),
  )
}

const id = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

function fittingValue({ kind, options = [] }: TemplateField, value: SheetContent[string] | undefined) {
  const known = (one: string) => options.some((option) => option.id === one)
  if (kind === 'people' || kind === 'checks') {
    if (!Array.isArray(value)) return undefined
    const some = [...new Set(value)].filter((one) => (kind === 'people' ? id.test(one) : known(one)))
    return some.length > 0 ? some : undefined
  }
  if (typeof value !== 'string' || value.trim() === '') return undefined
  if (kind === 'choice') return known(value) ? value : undefined
  if (kind === 'date') return isDay(value) ? value : undefined
  return kind === 'text' ? value.replaceAll(/\s+/g, ' ').trim() : value
}

const isDay = (value: string) => /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value))

/** Items of its lists that are done, of all of them; nothing where there are none. */
export function checkedOf(template: Template, content: SheetContent): { done: number; all: number } | null {
  const lists = fieldsOf(template).filter(({ kind }) => kind === 'checks')
  if (lists.length === 0) return null
  const all = lists.reduce((sum, { options = [] }) => sum + options.length, 0)
  const done = lists.reduce((sum, field) => sum + (content[field.id]?.length ?? 0), 0)
  return { done, all }
}

/** Everybody whom a content names. */
export const peopleIn = (template: Template, content: SheetContent): string[] =>
  fieldsOf(template)
    .filter(({ kind }) => kind === 'people')
    .flatMap((field) => content[field.id] ?? [])

/** The earliest day on which somebody has to see to a sheet; nothing for one that is done. */
export function dueOf(
  template: Template,
  { state, content, discardedAt }: Pick<Sheet, 'state' | 'content' | 'discardedAt'>,
): string | undefined {
  if (state === 'done' || discardedAt !== null) return undefined
  return fieldsOf(template)
    .flatMap(({ id, due }) => (due && typeof content[id] === 'string' ? content[id] : []))
    .toSorted()[0]
}
