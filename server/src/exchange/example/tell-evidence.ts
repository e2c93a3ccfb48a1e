import { judge } from '#practice/index.ts'
import type { AllPracticeRows, ToldPractice } from './practice-rows.ts'
import type { Telling } from './telling.ts'

/** How it went where it was used, what that was found to prove, and when it was looked at again. */
export function tellEvidence(telling: Telling, told: ToldPractice, rows: AllPracticeRows): void {
  tellApplications(telling, told, rows)
  tellRunsAsApplications(telling, told, rows)
  tellValidations(telling, told, rows)
  const { id, at } = telling
  const { verifications, verifyDays: days } = told.practice
  for (const { by, at: moment, note } of verifications) {
    const revision = told.revisionAt(moment)
    rows.verificationAct.push({ practiceId: told.id, revision, days, note, byId: id('person', by), at: at(moment) })
    told.tell('verified', by, moment, { detail: { days } })
  }
}

const applicationId = ({ id }: Telling, { slug }: ToldPractice, application: string) =>
  id('run', `${slug} application ${application}`)

function tellApplications(telling: Telling, told: ToldPractice, rows: AllPracticeRows) {
  const { id, at } = telling
  for (const one of told.practice.applications) {
    const application = applicationId(telling, told, one.slug)
    rows.application.push({
      id: application,
      practiceId: told.id,
      revision: told.revisionAt(one.at),
      personId: id('person', one.by),
      byUnit: false,
      unitId: id('unit', one.unit),
      place: one.place,
      outcome: one.outcome,
      changed: one.changed,
      different: one.different ?? '',
      at: at(one.at),
      inquiryId: one.inquiry ? id('inquiry', one.inquiry) : null,
      runId: null,
    })
    told.tell('applied', one.by, one.at, {
      unit: one.unit,
      people: [id('person', told.practice.steward)],
      detail: { application, outcome: one.outcome },
    })
  }
}

/** The note at the end of a run is an application of its unit. */
function tellRunsAsApplications({ id, at }: Telling, told: ToldPractice, rows: AllPracticeRows) {
  for (const { slug, unit, at: began, title, end } of told.practice.runs) {
    if (!end) continue
    rows.application.push({
      id: id('run', `${told.slug} application of ${slug}`),
      practiceId: told.id,
      revision: told.revisionAt(began),
      personId: id('person', end.by),
      byUnit: true,
      unitId: id('unit', unit),
      place: title,
      outcome: end.outcome,
      changed: end.note,
      different: '',
      at: at(end.at),
      inquiryId: null,
      runId: id('run', `${told.slug} ${slug}`),
    })
  }
}

/** The rule that every community begins with. */
const rule = { applications: 3, people: 3, units: 2, workedShare: 0.6667 }

function tellValidations(telling: Telling, told: ToldPractice, rows: AllPracticeRows) {
  const { id, at, example } = telling
  for (const { by, at: moment, holds, reasons, evidence } of told.practice.validations) {
    const looked = told.practice.applications.filter(({ slug }) => evidence.includes(slug))
    const tally = {
      applications: looked.length,
      people: new Set(looked.map((one) => one.by)).size,
      units: new Set(looked.map((one) => one.unit)).size,
      worked: looked.filter(({ outcome }) => outcome === 'worked').length,
    }
    const applications = looked
      .toSorted((a, b) => (a.at < b.at ? 1 : -1))
      .map(({ slug, outcome, unit }) => ({
        id: applicationId(telling, told, slug),
        outcome,
        unit: example.units.find((one) => one.id === unit)!.name,
      }))
    const state = judge(tally, rule)
    rows.validation.push({
      practiceId: told.id,
      revision: told.revisionAt(moment),
      holds,
      reasons,
      evidence: { rule, state: { ...state, enough: { ...state.enough } }, applications },
      byId: id('person', by),
      at: at(moment),
    })
    told.tell(holds ? 'validated' : 'not_validated', by, moment)
  }
}
