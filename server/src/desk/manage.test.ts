import { expect, test } from 'vitest'
import { practiceScene } from '../../test/practice-scene.ts'

const { person, as, unit, community, current, decide } = await practiceScene()
const ward = await unit('Ward')
const fay = await person('Fay', { unit: ward })
const rolf = await person('Rolf', { unit: ward, manages: ward })
const olga = await person('Olga', { office: true })

test('a manager sees what is asked of them, what they promised and what their unit runs; others see nothing of it', async () => {
  const of = await community(fay, 'private')
  const [running, proposed] = [
    await current(fay, of, { title: 'In use' }),
    await current(fay, of, { title: 'Proposed' }),
  ]
  const propose = (practice: string) =>
    as(fay)('POST /practices/{practice}/proposals', { params: { practice }, body: { unit: ward, message: 'Try it?' } })
  await propose(running)
  await propose(proposed)
  await decide(rolf, running, ward, 'adopted')
  const escalate = async (title: string, dueOn: string) =>
    (
      await as(fay)('POST /escalations', {
        body: { community: of, unit: ward, manager: rolf.id, title, asked: 'Please.', dueOn },
      })
    ).body.id
  await escalate('Later due', '2090-02-01')
  const [first, promised] = [await escalate('First due', '2090-01-01'), await escalate('Promised', '2090-01-02')]
  await as(rolf)('PUT /escalations/{escalation}/receipt', { params: { escalation: promised } })
  await as(rolf)('PUT /escalations/{escalation}/decision', {
    params: { escalation: promised },
    body: { answer: 'yes', reason: 'Of course.' },
  })
  await as(olga)('POST /imperatives', { body: { title: 'Warm', why: 'Cold.', from: '2024-01-01', carrier: rolf.id } })

  const { body } = await as(rolf)('GET /manage')
  expect(body.asked.map(({ title }) => title)).toEqual(['First due', 'Later due'])
  expect(body.asked[0]!.id).toBe(first)
  expect(body.promised.map(({ title }) => title)).toEqual(['Promised'])
  expect(body.units).toMatchObject([
    {
      name: 'Ward',
      adopted: 1,
      trying: 0,
      openRuns: 0,
      proposed: [{ practice: { title: 'Proposed' }, message: 'Try it?' }],
    },
  ])
  expect(body.carries).toMatchObject([{ title: 'Warm', services: 0 }])
  expect(JSON.stringify(body)).not.toContain('"members"')
  for (const who of [fay, olga])
    expect((await as(who)('GET /manage')).body).toEqual({ asked: [], promised: [], units: [], carries: [], given: [] })
})
