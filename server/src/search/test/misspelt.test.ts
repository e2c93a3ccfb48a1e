import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { tokenHash } from '#organization/index.ts'
import { testWorld } from '../../../test/world.ts'

/** Fifty slips of the hand and what was meant: letters changed round, left out, doubled, mistaken, without their dots. */
const slips = `
  Kivela | Anna Kivelä
  Lehtimaki | Jouko Lehtimäki
  Grönros | Sofia Grönroos
  Gronroos | Sofia Grönroos
  Maata | Vesa Määttä
  Räsänne | Teemu Räsänen
  Rautakopri | Helena Rautakorpi
  Sundel | Mikael Sundell
  Ylonen timo | Timo Ylönen
  Korpelä | Anneli Korpela
  Wikstrom | Laura Wikström
  Vikström | Laura Wikström
  Heiskannen | Mirja Heiskanen
  Pitkanen juho | Juho Pitkänen
  Erkilä | Maiju Erkkilä
  Kumpulanen | Seija Kumpulainen
  Linqvist | Veera Lindqvist
  Ruotsalianen | Jukka Ruotsalainen
  Hyvonen | Noora Hyvönen
  Physiotherpists | Physiotherapists
  phisiotherapists | Physiotherapists
  psycologists | Psychologists
  psychologits | Psychologists
  secretarys | Departmental secretaries of A, B and D
  departmantal | Departmental secretaries of A, B and D
  rehabilitatoin managers | Rehabilitation managers
  mangers | Rehabilitation managers
  neurologcal | Department A: Neurological rehabilitation
  musculosceletal | Department B: Musculoskeletal rehabilitation
  outpatiant | Department D: Outpatient and home rehabilitation
  stoke and brian injury | Ward A2: Stroke and brain injury
  mental helth | Department C: Mental health and working life
  benifit timeline | Benefit timeline on one sheet
  timelime | Benefit timeline on one sheet
  dischagre bag | The discharge bag is ready before the taxi is ordered
  discharge bga | The discharge bag is ready before the taxi is ordered
  feedbakc after assesment | Feedback after assessment on one page
  fiften minutes standing | Fifteen minutes, standing, no advice
  frist contact call | First contact call before admission
  admision | First contact call before admission
  joint interveiw | Joint first interview: psychologist and social worker
  lending a collegue | Lending a colleague for up to ten working days
  telefones at lunch | Covering each other's telephones at lunch
  excercises on a card | Three exercises on a card
  exersises in pictures | Three exercises in pictures of yourself
  stiars railway station | The stairs at the railway station
  balence test | Which balance test when
  return-to-wrok meeting | Return-to-work meeting that ends with three dates
  medical statment | Asking for a medical statement in three lines
  half-huor proposal | Practice half-hour: a proposal gets an answer
`
  .trim()
  .split('\n')
  .map((line) => line.trim().split(' | ') as [typed: string, meant: string])

const { person, as, server, db } = await testWorld()
const vera = await person('Vera Visitor', { office: true })
await as(vera)('POST /organization/beginning', { body: { choice: 'example' } })
await server.catchUp()

const timo = { id: '', name: 'Timo Ylönen', token: 'token-of-timo' }
await sql`
  insert into personal_token (person_id, hash, name, scopes)
  select id, ${tokenHash(timo.token)}, 'test', '{read}' from person where email = 'timo.ylonen@example.org'`.execute(db)

const firstThree = async (words: string) => {
  const { body } = await as(timo)('GET /search', { query: { words, limit: 3 } })
  return body.items.map(({ title }) => title.map(({ text }) => text).join(''))
}

test('of fifty misspelt searches in the example at least 45 find theirs in the first three', async ({ annotate }) => {
  const missed: string[] = []
  for (const [typed, meant] of slips) {
    const found = await firstThree(typed)
    if (!found.includes(meant)) missed.push(`${typed} found ${found.join('; ') || 'nothing'} instead of ${meant}`)
  }
  await annotate(
    [`${slips.length - missed.length} of ${slips.length} misspelt searches found theirs.`, ...missed].join('\n'),
  )

  expect(slips).toHaveLength(50)
  expect(missed.length).toBeLessThanOrEqual(5)
})
