import type { AdoptionState, Outcome, PracticeKind, PracticeState, PracticeText } from '@mortar/contract/practice'
import type { Writer } from '#platform/database.ts'
import { judge, nextReview } from '../evidence.ts'
import { saveDecision, saveProposal } from '../queries/adoption.ts'
import { saveChange, saveChangeDecision } from '../queries/changes.ts'
import { evidenceAt, saveApplication, saveValidation, saveVerification } from '../queries/evidence.ts'
import { finishImport, practiceByOrigin, ruleOf } from '../queries/import.ts'
import { keepMove, savePractice, saveSources, saveTopics } from '../queries/practices.ts'
import { saveRun, saveRunEnd, saveTick } from '../queries/runs.ts'
import { keepText } from './write.ts'

interface Act {
  by: string | null
  at: Date
}

/** A practice as another system, or an example, knows it: everything with who and when. People and units by our ids. */
export interface ImportedPractice {
  /** Where it comes from; the same origin is not imported twice. */
  origin: string
  community: string
  kind: PracticeKind
  steward: string | null
  topics?: string[]
  variantOf?: { practice: string; context: string }
  from?: { inquiry: string; contributions: string[] }
  verifyDays?: number
  /** Oldest first; the last one is its state now. */
  states: (Act & { state: PracticeState; reason: string })[]
  /** Oldest first, each one whole. */
  revisions: (Act & { text: PracticeText; note: string; takenBy?: string })[]
  changes?: (Act & {
    base: number
    text: PracticeText
    note: string
    decision?: Act & { state: 'taken' | 'declined' | 'withdrawn'; reason: string }
  })[]
  applications?: (Act & {
    outcome: Outcome
    unit: string | null
    byUnit?: boolean
    place: string
    changed: string
    different: string
    inquiry?: string | null
  })[]
  validations?: (Act & { holds: boolean; reasons: string })[]
  verifications?: (Act & { days?: number; note: string })[]
  proposals?: (Act & { unit: string; message: string; dueOn: string | null })[]
  adoptions?: (Act & { unit: string; state: AdoptionState; reason: string })[]
  runs?: (Act & {
    unit: string
    title: string
    ticks: (Act & { step: number })[]
    end?: Act & { note: string; outcome: Outcome | null }
  })[]
}

/** Brings a practice in with its original dates; returns the id that it has, or had already. Records no activity. */
export async function importPractice(tx: Writer, practice: ImportedPractice): Promise<string> {
  const known = await practiceByOrigin(tx, practice.origin)
  if (known) return known
  const [first] = practice.states
  const text = practice.revisions.at(-1)!.text
  const { id } = await savePractice(tx, {
    communityId: practice.community,
    kind: practice.kind,
    title: text.title,
    madeBy: first!.by,
    madeAt: first!.at,
    fromInquiry: practice.from?.inquiry ?? null,
    variantOf: practice.variantOf?.practice ?? null,
    variantContext: practice.variantOf?.context ?? null,
    origin: practice.origin,
  })
  await importText(tx, id, practice)
  await importStates(tx, id, practice)
  await importUnits(tx, id, practice)
  await importEvidence(tx, id, practice)
  return id
}

async function importText(tx: Writer, id: string, { revisions, changes = [], topics = [], from }: ImportedPractice) {
  for (const [n, { text, note, by, takenBy, at }] of revisions.entries()) {
    await keepText(tx, { id, revision: n + 1, text, note, byId: by, ...(takenBy && { takenBy }), at })
  }
  for (const { base, text, note, by, at, decision } of changes) {
    const change = await saveChange(tx, { practiceId: id, base, content: text, note: note.slice(0, 500), byId: by, at })
    if (decision) await saveChangeDecision(tx, change.id, { ...decision, byId: decision.by })
  }
  await saveTopics(tx, id, topics)
  if (from) await saveSources(tx, id, from.contributions)
}

async function importStates(
  tx: Writer,
  id: string,
  { states, revisions, steward, verifyDays = 180 }: ImportedPractice,
) {
  for (const { state, reason, by, at } of states) await keepMove(tx, { id, to: state, reason, byId: by, at })
  const last = states.at(-1)!
  const currentAt = states.find(({ state }) => state === 'current')?.at ?? null
  const open = last.state === 'current' || last.state === 'retired'
  await finishImport(tx, id, {
    state: last.state,
    stewardId: steward,
    revision: revisions.length,
    verifyDays,
    currentAt: open ? currentAt : null,
    reviewAt: currentAt && nextReview(currentAt, verifyDays),
    retiredAt: last.state === 'retired' ? last.at : null,
    retiredReason: last.state === 'retired' ? last.reason : null,
    changedAt: [last.at, revisions.at(-1)!.at].toSorted((a, b) => b.getTime() - a.getTime())[0]!,
  })
}

async function importUnits(tx: Writer, id: string, { proposals = [], adoptions = [] }: ImportedPractice) {
  const acts = [
    ...proposals.map((proposal) => ({ ...proposal, decision: false as const })),
    ...adoptions.map((adoption) => ({ ...adoption, decision: true as const })),
  ].toSorted((a, b) => a.at.getTime() - b.at.getTime())
  for (const act of acts) {
    const { unit: unitId, by: byId, at } = act
    if (act.decision) await saveDecision(tx, { practiceId: id, unitId, state: act.state, reason: act.reason, byId, at })
    else await saveProposal(tx, { practiceId: id, unitId, message: act.message, dueOn: act.dueOn, byId, at })
  }
}

async function importEvidence(tx: Writer, id: string, practice: ImportedPractice) {
  const revisionAt = (at: Date) => Math.max(1, practice.revisions.filter((revision) => revision.at <= at).length)
  for (const { by, unit, inquiry, at, byUnit = false, ...said } of practice.applications ?? []) {
    await saveApplication(tx, {
      ...said,
      practiceId: id,
      revision: revisionAt(at),
      personId: by,
      byUnit,
      unitId: unit,
      inquiryId: inquiry ?? null,
      at,
    })
  }
  for (const run of practice.runs ?? []) await importRun(tx, id, revisionAt(run.at), run)
  const rule = await ruleOf(tx, practice.community)
  for (const { holds, reasons, by, at } of practice.validations ?? []) {
    const before = await evidenceAt(tx, id, at)
    const evidence = { rule, state: judge(before, rule), applications: before.list }
    await saveValidation(tx, { practiceId: id, revision: revisionAt(at), holds, reasons, byId: by, at, evidence })
  }
  for (const { days = practice.verifyDays ?? 180, note, by, at } of practice.verifications ?? []) {
    await saveVerification(tx, { practiceId: id, revision: revisionAt(at), days, note, byId: by, at })
  }
}

async function importRun(tx: Writer, id: string, revision: number, run: NonNullable<ImportedPractice['runs']>[number]) {
  const { unit: unitId, title, ticks, end, by, at } = run
  const made = await saveRun(tx, { practiceId: id, revision, unitId, title, startedBy: by, startedAt: at })
  for (const tick of ticks) await saveTick(tx, made.id, tick.step, tick.by, tick.at)
  if (!end) return
  await saveRunEnd(tx, made.id, end.by, end.note, end.at)
  if (!end.outcome) return
  await saveApplication(tx, {
    practiceId: id,
    revision,
    personId: end.by,
    byUnit: true,
    unitId,
    place: title,
    outcome: end.outcome,
    changed: end.note,
    different: '',
    inquiryId: null,
    runId: made.id,
    at: end.at,
  })
}
