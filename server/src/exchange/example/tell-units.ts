import type { Practice } from './format-practice.ts'
import type { AllPracticeRows, ToldPractice } from './practice-rows.ts'
import type { Telling } from './telling.ts'

type Run = Practice['runs'][number]

/** What units did with a practice: decisions, answers to proposals, runs. */
export function tellUnits(telling: Telling, told: ToldPractice, rows: AllPracticeRows): void {
  tellDecisions(telling, told, rows)
  tellProposals(telling, told, rows)
  for (const run of told.practice.runs) tellRun(telling, told, run, rows)
}

const decisionId = ({ id }: Telling, { slug }: ToldPractice, { unit, at }: { unit: string; at: string }) =>
  id('run', `${slug} decision ${unit} ${at}`)

function tellDecisions(telling: Telling, told: ToldPractice, rows: AllPracticeRows) {
  const { id, at } = telling
  const { adoptions, steward } = told.practice
  for (const one of adoptions) {
    rows.adoption.push({
      id: decisionId(telling, told, one),
      practiceId: told.id,
      unitId: id('unit', one.unit),
      state: one.state,
      reason: one.reason,
      byId: id('person', one.by),
      at: at(one.at),
      latest: adoptions.findLast(({ unit }) => unit === one.unit) === one,
    })
    told.tell(`unit_${one.state}`, one.by, one.at, { unit: one.unit, people: [id('person', steward)] })
  }
}

function tellProposals(telling: Telling, told: ToldPractice, rows: AllPracticeRows) {
  const { id, at, example } = telling
  for (const { by, at: moment, unit, message, dueOn } of told.practice.proposals) {
    const answer = told.practice.adoptions.find((one) => one.unit === unit && one.at >= moment)
    rows.unitProposal.push({
      practiceId: told.id,
      unitId: id('unit', unit),
      message,
      byId: id('person', by),
      at: at(moment),
      dueOn,
      answeredAt: answer ? at(answer.at) : null,
      adoptionId: answer ? decisionId(telling, told, answer) : null,
    })
    const manager = example.units.find((one) => one.id === unit)!.manager_email.split('@')[0]!
    const delegates = example.organization.delegates.filter((one) => one.unit === unit).map((one) => one.person)
    told.tell('proposed_to_unit', by, moment, {
      unit,
      people: [manager, ...delegates].map((slug) => id('person', slug)),
      detail: { dueOn },
    })
  }
}

/** A run is its unit's: who ticked, started or ended it is in no trail. */
function tellRun({ id, at }: Telling, told: ToldPractice, run: Run, rows: AllPracticeRows) {
  const runId = id('run', `${told.slug} ${run.slug}`)
  const revision = told.revisionAt(run.at)
  const steps = told.revisions[revision - 1]!.steps ?? []
  rows.run.push({
    id: runId,
    practiceId: told.id,
    revision,
    unitId: id('unit', run.unit),
    title: run.title,
    startedBy: id('person', run.by),
    startedAt: at(run.at),
    endedAt: run.end ? at(run.end.at) : null,
    endedBy: run.end ? id('person', run.end.by) : null,
    note: run.end?.note ?? null,
  })
  told.tell('run_started', null, run.at, { unit: run.unit, detail: { run: runId } })
  for (const tick of run.ticks) {
    const step = steps.findIndex(({ slug }) => slug === tick.step) + 1
    rows.runStep.push({ runId, step, doneBy: id('person', tick.by), doneAt: at(tick.at) })
    told.tell('step_done', null, tick.at, { unit: run.unit, detail: { run: runId, step } })
  }
  if (run.end)
    told.tell('run_ended', null, run.end.at, { unit: run.unit, detail: { run: runId, outcome: run.end.outcome } })
}
