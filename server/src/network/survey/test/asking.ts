import type { SurveyDraft } from '@mortar/contract/network-survey'
import type { Somebody, World } from '../../../../test/world.ts'

export const draft = (name: string, part: Partial<SurveyDraft> = {}): SurveyDraft => ({
  name,
  purpose: 'To see who helps whom.',
  legalGround: 'Agreement with the works council of 1 March',
  retentionDays: 365,
  mode: 'opt_in',
  questions: [{ id: 'stuck', text: { en: 'Whom do you turn to when you are stuck?', fi: 'Kenen puoleen käännyt?' } }],
  units: [],
  communities: [],
  closesOn: null,
  remindEvery: 0,
  ...part,
})

/** A survey that is written, opened and answered as a scene needs it. */
export function asking({ as }: World, office: Somebody) {
  const one = (survey: string) => ({ params: { survey } })
  return {
    one,
    async written(name: string, part: Partial<SurveyDraft> = {}): Promise<string> {
      const made = await as(office)('POST /surveys', { body: draft(name, part) })
      if (made.status !== 201) throw new Error(JSON.stringify(made.problem))
      return made.body.id
    },
    async opened(name: string, part: Partial<SurveyDraft> = {}): Promise<string> {
      const id = await this.written(name, part)
      const opened = await as(office)('PUT /surveys/{survey}/opening', { ...one(id), body: {} })
      if (opened.status !== 204) throw new Error(JSON.stringify(opened.problem))
      return id
    },
    name: (survey: string, who: Somebody, person: Somebody, said: object = {}, question = 'stuck') =>
      as(who)('PUT /surveys/{survey}/answer/{question}/{person}', {
        params: { survey, question, person: person.id },
        body: said,
      }),
    set: (survey: string, who: Somebody, state: 'begun' | 'finished' | 'declined') =>
      as(who)('PUT /surveys/{survey}/answer', { ...one(survey), body: { state } }),
    /** Each names the next ones of a circle, and hands in. */
    async answered(survey: string, people: readonly Somebody[], names = 2): Promise<void> {
      for (const [at, who] of people.entries()) {
        for (let next = 1; next <= names; next++)
          await this.name(survey, who, people[(at + next) % people.length]!, { frequency: 3, whatFor: ['know_how'] })
        await this.set(survey, who, 'finished')
      }
    },
    close: (survey: string) => as(office)('PUT /surveys/{survey}/closing', one(survey)),
  }
}
