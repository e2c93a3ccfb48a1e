import type { SentDraft } from '@mortar/contract/network-survey'
import type { People } from './people.ts'
import type { Telling } from './telling.ts'

const draft = (name: string): SentDraft => ({
  name,
  purpose: 'To see who helps whom.',
  legalGround: 'An agreement',
  questions: [{ id: 'stuck', text: { en: 'Whom do you turn to?', fi: 'Kenen puoleen käännyt?' } }],
})

/** Surveys: written, changed, opened, answered, declined, reminded of, closed and looked at; one that is open stays. */
export async function surveys({ by }: Telling, { olga, mia, otto }: People) {
  const write = async (name: string) => ({
    params: { survey: (await by(olga)('POST /surveys', { body: draft(name) })).id },
  })
  const gone = await write('Discarded')
  await by(olga)('DELETE /surveys/{survey}', gone)
  const told = await write('Told')
  await by(olga)('PUT /surveys/{survey}', { ...told, body: draft('Who helps whom') })
  await by(olga)('PUT /surveys/{survey}/opening', { ...told, body: {} })
  await by(mia)('GET /surveys')
  await by(mia)('GET /surveys/{survey}', told)
  await by(mia)('GET /surveys/{survey}/roster', told)
  const naming = { params: { ...told.params, question: 'stuck', person: otto.id } }
  await by(mia)('PUT /surveys/{survey}/answer/{question}/{person}', { ...naming, body: { frequency: 3 } })
  await by(mia)('DELETE /surveys/{survey}/answer/{question}/{person}', naming)
  await by(mia)('GET /surveys/{survey}/answer', told)
  await by(mia)('PUT /surveys/{survey}/answer/reminders', { ...told, body: { wanted: false } })
  await by(mia)('PUT /surveys/{survey}/answer', { ...told, body: { state: 'finished' } })
  await by(olga)('POST /surveys/{survey}/reminders', told)
  await by(olga)('GET /surveys/{survey}/response', told)
  await by(olga)('PUT /surveys/{survey}/closing', told)
  await by(olga)('GET /surveys/{survey}/result', told)
  const elsewhere = await by(olga)('POST /sources', {
    body: {
      name: 'A survey elsewhere',
      kind: 'survey',
      channel: 'survey',
      mode: 'opt_in',
      purpose: 'To see who helps whom.',
      legalGround: 'An agreement',
      retentionDays: 365,
    },
  })
  await by(olga)('POST /sources/{source}/matrices', {
    params: { source: elsewhere.id },
    body: { files: [{ name: 'advice.csv', text: 'from,to,weight\nloom,spindle,2\n' }] },
  })
  const open = await write('Open')
  await by(olga)('PUT /surveys/{survey}/opening', { ...open, body: {} })
  await by(olga)('DELETE /surveys/{survey}/opening', open)
  await by(olga)('PUT /surveys/{survey}/opening', { ...open, body: {} })
  return { closed: told.params.survey, open: open.params.survey }
}
