import type { ApplicationView, PracticeView, ValidationView } from '@mortar/contract/practice'
import { peopleFor } from '#organization/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Ask } from '#platform/endpoint.ts'
import { type PracticeFor, practicePageFor } from '../access.ts'
import { isInUse, nextDecisions } from '../adoption.ts'
import { judge } from '../evidence.ts'
import {
  isOverdue,
  isSteward,
  keepsOrder,
  mayHide,
  mayPlace,
  mayReadWorkshop,
  mayReport,
  mayRevise,
  maySeeCommunity,
  mayShow,
  mayTakeUp,
  maySuggest,
  movesFor,
  type Practice,
  type Standing,
} from '../practice.ts'
import { type ApplicationRow, familyOf, type PageParts, type ValidationRow } from '../queries/page.ts'
import { asSeenBy, type People, shapeRevision } from './revision.ts'

/** A practice's page as one person may see it. */
export async function presentPractice(db: Reader, ask: Ask, id: string): Promise<PracticeView> {
  const found = await practicePageFor(ask, id)
  const { practice, who } = found
  const parts: PageParts = practice
  const [anybody, family] = await Promise.all([
    peopleFor(db, peopleIn(practice, parts)),
    parts.hasFamily ? familyOf(db, who.personId, practice.id) : [],
  ])
  const person = asSeenBy(found, anybody)
  return {
    ...headOf(found),
    evidence: { worked: parts.evidence.worked, partly: parts.evidence.partly, failed: parts.evidence.failed },
    units: parts.adoptions.filter(({ state }) => state === 'adopted').length,
    following: parts.following ?? 'mentions',
    text: shapeRevision(parts.text, person),
    topics: parts.topics,
    steward: person(practice.stewardId),
    needsSteward: practice.state === 'current' && parts.stewardGone,
    made: { by: person(practice.madeBy), at: practice.madeAt.toISOString() },
    lastMove: parts.lastMove && acted(parts.lastMove, person),
    from: parts.source && {
      inquiry: parts.source.id,
      title: parts.source.title,
      by: parts.source.by.flatMap((id) => person(id) ?? []),
    },
    verification: parts.verification && acted(parts.verification, person),
    validation: parts.validation && shapeValidation(parts.validation, person),
    applications: parts.applications.map((row) => shapeApplication(row, person, who)),
    // Who decided for a unit speaks for the unit, not for the community; a guest of the community hears of no unit's decision.
    adoptions: who.guest ? [] : parts.adoptions.map((row) => acted(row, anybody)),
    asked: askedFor(found, parts).map((row) => shapeProposal(row, person)),
    family,
    hidden: practice.hiddenAt !== null,
    redactions: parts.redactions.map((row) => acted(row, person)),
    workshop: workshopOf(found, parts),
    may: rightsOf(found, parts),
  }
}

const headOf = ({ practice, who }: PracticeFor) => ({
  id: practice.id,
  title: practice.title,
  kind: practice.kind,
  state: practice.state,
  community: maySeeCommunity(practice, who) ? communityOf(practice) : null,
  variantContext: practice.variantContext,
  validatedAt: practice.validatedAt?.toISOString() ?? null,
  verifiedAt: practice.verifiedAt?.toISOString() ?? null,
  reviewAt: practice.reviewAt?.toISOString() ?? null,
  overdue: isOverdue(practice, new Date()),
  verifyDays: practice.verifyDays,
  changedAt: practice.changedAt.toISOString(),
})

const communityOf = ({ community: { id, slug, name, short, colour } }: Practice) => ({ id, slug, name, short, colour })

const peopleIn = (practice: Practice, parts: PageParts) => [
  practice.stewardId,
  practice.madeBy,
  parts.text.byId,
  parts.text.takenBy,
  ...parts.applications.map(({ personId }) => personId),
  ...[...parts.adoptions, ...parts.asked].map(({ byId }) => byId),
  ...[parts.lastMove, parts.verification, parts.validation].map((act) => act?.byId ?? null),
  ...(parts.source?.by ?? []),
  ...parts.redactions.map(({ byId }) => byId),
]

/** Times inside JSON come as PostgreSQL writes them. */
const moment = (at: string | Date) => new Date(at).toISOString()

export function acted<Row extends { byId: string | null; at: string | Date }>(
  { byId, at, ...row }: Row,
  person: People,
) {
  return { ...row, by: person(byId), at: moment(at) }
}

/** A unit's own application is shown under the unit's name only. */
export const shapeApplication = (
  row: ApplicationRow,
  person: People,
  { personId, guest }: Pick<Standing, 'personId' | 'guest'>,
): ApplicationView => ({
  id: row.id,
  outcome: row.outcome,
  unit: row.unit,
  byUnit: row.byUnit,
  place: row.place,
  changed: row.changed,
  different: row.different,
  revision: row.revision,
  inquiry: row.inquiry,
  run: guest ? null : row.run,
  mine: row.personId === personId,
  by: row.byUnit ? null : person(row.personId),
  at: moment(row.at),
})

const shapeProposal = ({ unit, message, dueOn, late, byId, at }: PageParts['asked'][number], person: People) =>
  acted({ unit, message, dueOn, late, byId, at }, person)

export const shapeValidation = (row: ValidationRow, person: People): ValidationView => acted(row, person)

/** Who was asked stands open to the stewards; a unit sees that it was asked itself. */
const askedFor = ({ practice, who }: PracticeFor, parts: PageParts) =>
  parts.asked.filter(({ mine }) => mine || isSteward(practice, who))

function workshopOf({ practice, who }: PracticeFor, { evidence, changes }: PageParts): PracticeView['workshop'] {
  if (!mayReadWorkshop(practice, who)) return null
  const applications = evidence.worked + evidence.partly + evidence.failed
  const { people, units, worked } = evidence
  const { rule } = practice.community
  return { evidence: judge({ applications, people, units, worked }, rule), rule, changes }
}

function rightsOf({ practice, who }: PracticeFor, parts: PageParts): PracticeView['may'] {
  const current = practice.state === 'current'
  const inUse = parts.adoptions.filter(({ state }) => isInUse(state)).map(({ unit }) => unit)
  const decided = new Map(parts.adoptions.map(({ unit, state }) => [unit.id, state]))
  return {
    revise: mayRevise(practice, who),
    suggest: maySuggest(practice, who),
    apply: current && !who.guest,
    moveTo: movesFor(practice, who),
    steward: isSteward(practice, who),
    takeUp: mayTakeUp(practice, who, parts.stewardGone),
    topics: mayPlace(practice, who),
    adapt: current && !who.guest,
    decideFor: parts.decides.map((unit) => ({ ...unit, next: nextDecisions(decided.get(unit.id) ?? null, current) })),
    run: current && practice.kind === 'routine' ? inUse.filter(({ id }) => parts.near.includes(id)) : [],
    report: mayReport(practice, who),
    hide: mayHide(practice, who),
    show: mayShow(practice, who),
    redact: keepsOrder(who),
  }
}
