import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { tokenHash } from '#organization/index.ts'
import { projectRoot } from '#platform/project.ts'
import { type Somebody, testWorld } from '../../../test/world.ts'
import { readExample } from './read.ts'

const example = readExample(join(projectRoot, 'examples/rehabilitation-unit'))
const inquiries = [...example.inquiries.values()]
const contributions = inquiries.flatMap((one) => one.contributions)
const communities = [...example.communities.values()]
const members = communities.flatMap((one) => one.members)
const practices = [...example.practices.values()]
const { visitor, learning } = example
const runs = practices.flatMap((one) => one.runs)
const sum = <T>(all: T[], of: (one: T) => unknown[]) => all.reduce((count, one) => count + of(one).length, 0)

const goingOn = inquiries.flatMap((one) => {
  const into = one.merged && example.inquiries.get(one.merged.into)!
  return into ? [...new Set([one.by, ...one.follows])].filter((who) => !into.follows.includes(who)) : []
}).length

const world = await testWorld()
const guest = await world.person('Vera Visitor', { office: true })
const begun = await world.as(guest)('POST /organization/beginning', { body: { choice: 'example' } })
await world.server.catchUp()

const elsewhere = await testWorld()
const anna = await elsewhere.person('Anna Kivelä', { office: true })
await sql`update person set email = 'anna.kivela@example.org' where id = ${anna.id}`.execute(elsewhere.db)
const begunAsAnna = await elsewhere.as(anna)('POST /organization/beginning', { body: { choice: 'example' } })
await elsewhere.server.catchUp()

const laundry = await testWorld()
await laundry.unit('Laundry')

const count = async (table: string) =>
  (await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(world.db)).rows[0]!.n

const signedInAs = async (email: string): Promise<Somebody> => {
  const { rows } = await sql<{ id: string; name: string }>`select id, name from person where email = ${email}`.execute(
    world.db,
  )
  const token = `token-of-${email}`
  await sql`insert into personal_token (person_id, hash, name, scopes) values (${rows[0]!.id}, ${tokenHash(token)}, 'test', '{read,write}')`.execute(
    world.db,
  )
  return { ...rows[0]!, token }
}

test('everything that the example tells is there', async () => {
  expect(begun.problem).toBeUndefined()
  const tables = {
    unit: example.units.length,
    person: example.people.length + 1,
    position: example.people.length + example.positions.length + 1,
    unit_manager: example.units.length + example.organization.delegates.length + 1,
    community: communities.length,
    charter: sum(communities, (one) => one.charter),
    membership: members.filter((one) => !one.leftAt).length + visitor.joins.length,
    past_membership: members.filter((one) => one.leftAt).length,
    join_request: sum(communities, (one) => one.requests),
    invitation: sum(communities, (one) => one.invitations) + visitor.invitations.length,
    invitation_reply: sum(
      communities.flatMap((one) => one.invitations),
      (one) => one.replies,
    ),
    inquiry: inquiries.length,
    contribution: contributions.length + sum(contributions, (one) => one.replies),
    wording: sum(inquiries, (one) => one.edits) + sum(contributions, (one) => one.edits),
    thanks: sum(contributions, (one) => one.thanks),
    report: sum(contributions, (one) => one.reports),
    asked_person: sum(inquiries, (one) => one.asked) + visitor.asked.length,
    move: sum(inquiries, (one) => one.moved),
    resolution: sum(inquiries, (one) => one.resolutions),
    bookmark: sum(inquiries, (one) => one.bookmarks),
    // Who followed what was merged, or asked it, goes on with what it was merged into.
    following: sum(inquiries, (one) => one.follows) + goingOn,
    imperative: example.sensing.imperatives.length,
    imperative_service: sum(example.sensing.imperatives, (one) => one.services),
    escalation: example.sensing.escalations.length,
    // Each began with a step of its own.
    escalation_move: sum(example.sensing.escalations, (one) => one.moves) + example.sensing.escalations.length,
    feed: example.sensing.feeds.length,
    signal: example.sensing.signals.length,
    triage: sum(example.sensing.signals, (one) => one.triage),
    need: learning.needs.length,
    need_share: sum(learning.needs, (one) => one.shares),
    interest: learning.interests.length,
    learning_item: learning.items.length,
    learning_item_topic: sum(learning.items, (one) => one.topics),
    learning_done: sum(learning.items, (one) => one.done),
    learning_decline: sum(learning.items, (one) => one.declined),
    needs_assessment: learning.assessments.length,
    needs_assessment_topic: sum(learning.assessments, (one) => one.questions),
    needs_assessment_answer: sum(
      learning.assessments.flatMap((one) => one.answers),
      (one) => one.gaps,
    ),
    pairing_choice: example.pairing.choices.length,
    pairing_round: example.pairing.rounds.length,
    pairing_part: 2 * sum(example.pairing.rounds, (one) => one.pairs),
    practice: practices.length,
    practice_revision: sum(practices, (one) => one.revisions),
    practice_move: sum(practices, (one) => one.states),
    change_proposal: sum(practices, (one) => one.changes),
    application: sum(practices, (one) => one.applications) + runs.filter((one) => one.end).length,
    validation: sum(practices, (one) => one.validations),
    verification_act: sum(practices, (one) => one.verifications),
    adoption: sum(practices, (one) => one.adoptions),
    unit_proposal: sum(practices, (one) => one.proposals) + visitor.proposals.length,
    run: runs.length,
    run_step: sum(runs, (one) => one.ticks),
  }
  const found = await Promise.all(Object.keys(tables).map(async (table) => [table, await count(table)]))

  expect(Object.fromEntries(found)).toEqual(tables)
})

test('a plan is there in two versions, proposed and edited, that goes to some and beats both baselines', async () => {
  const { rows } = await sql<{ origin: string; sends: number; less: boolean }>`
    select origin, jsonb_array_length(sends) as sends, (figures ->> 'superfluous')::float
      <= least((figures -> 'byDepartment' ->> 'superfluous')::float, (figures -> 'toEverybody' ->> 'superfluous')::float) as less
    from flow_plan_version order by number`.execute(world.db)

  expect(rows).toMatchObject([
    { origin: 'proposed', less: true },
    { origin: 'edited', less: true, sends: rows[0]!.sends - 1 },
  ])
})

test('what refers by an id alone refers to something that is there', async () => {
  const { rows } = await sql<{ what: string }>`
    select 'activity ' || verb as what from activity where subject_kind <> 'organization' and subject_id not in (
      select id from inquiry union select id from practice union select id from community union select id from person
      union select id from recognition union select id from survey union select id from trace_source
      union select id from imperative union select id from escalation union select id from signal union select id from feed
      union select id from learning_item union select id from needs_assessment
      union select id from experiment union select id from flow_plan union select id from pairing_round union select id from pairing_pair)
    union all select 'person of activity ' || verb from activity, unnest(person_ids || actor_id) who
      where who is not null and who not in (select id from person)
    union all select 'contribution of activity ' || verb from activity
      where detail ? 'contribution' and (detail ->> 'contribution')::uuid not in (select id from contribution)
    union all select 'wording' from wording
      where subject_id not in (select id from inquiry union select id from contribution)
    union all select 'bookmark' from bookmark where subject_id not in (select id from inquiry)
    union all select 'following' from following where subject_id not in (select id from inquiry)
    union all select 'report' from report where subject_id not in (select id from contribution)
    union all select 'run step' from run_step join run on run.id = run_id
      join practice_revision text on text.practice_id = run.practice_id and text.revision = run.revision
      where step > jsonb_array_length(text.steps)`.execute(world.db)

  expect(rows).toEqual([])
})

test('the story ends before today, and the trail tells it in order', async () => {
  const { rows } = await sql<{ late: number; mixed: number; lines: number }>`
    select count(*) filter (where at > now()) as late, count(*) filter (where at < before) as mixed, count(*) as lines
    from (select at, lag(at) over (order by id) as before from activity) trail`.execute(world.db)

  expect(rows[0]).toMatchObject({ late: 0, mixed: 0 })
  expect(rows[0]!.lines).toBeGreaterThan(inquiries.length + contributions.length)
})

test('the counts and times that lists show agree with what was said', async () => {
  const { rows } = await sql`
    select title from inquiry
    where answers <> (select count(*) from contribution where inquiry_id = inquiry.id
                      and kind in ('answer', 'experience') and hidden_at is null)
      or last_at <> greatest(asked_at, coalesce((select max(at) from contribution where inquiry_id = inquiry.id), asked_at))
      or exists (select from inquiry_community place where place.inquiry_id = inquiry.id and place.last_at <> inquiry.last_at)
      or (state = 'resolved') <> exists (select from resolution where inquiry_id = inquiry.id and ended_at is null)
      or not exists (select from inquiry_community place where place.inquiry_id = inquiry.id)`.execute(world.db)

  expect(rows).toEqual([])
})

test('every page of the example opens as the contract says', async () => {
  const { rows } = await sql<{ kind: 'inquiry' | 'practice' | 'community'; id: string }>`
    select 'inquiry' as kind, id from inquiry union all select 'practice', id from practice
    union all select 'community', id from community`.execute(world.db)
  const facilitator = await signedInAs('anneli.korpela@example.org')
  const call = world.as(facilitator)
  const read = { inquiry: 0, practice: 0, community: 0 }
  for (const { kind, id } of rows) {
    const { status } =
      kind === 'inquiry'
        ? await call('GET /inquiries/{inquiry}', { params: { inquiry: id } })
        : kind === 'practice'
          ? await call('GET /practices/{practice}', { params: { practice: id } })
          : await call('GET /communities/{community}', { params: { community: id } })
    expect([200, 404]).toContain(status)
    if (status === 200) read[kind]++
  }

  expect(read.community).toBe(communities.length)
  expect(read.inquiry).toBeGreaterThan(40)
  expect(read.practice).toBeGreaterThan(15)
})

test('search finds the example', async () => {
  const { body } = await world.as(guest)('GET /search', { query: { words: 'three exercises on a card' } })

  expect(body.items.map((item) => item.kind)).toContain('practice')
})

test('who set Mortar up keeps the knowledge office and finds a place, a community and things that wait for them', async () => {
  const me = await world.as(guest)('GET /people/{person}', { params: { person: guest.id } })
  expect(me.body).toMatchObject({ title: 'Knowledge coordinator', unit: expect.stringContaining('office') })

  const invitations = await world.as(guest)('GET /invitations')
  expect(invitations.body.items.map((one) => one.community.name)).toEqual(['Psychologists with social workers'])

  const home = await world.as(guest)('GET /home')
  expect(home.body.communities.map(({ name }) => name)).toEqual(['Physiotherapists'])
  expect(home.body.needs.map(({ kind }) => kind).toSorted()).toEqual([
    'asked_by_name',
    'survey_waiting',
    'unit_proposal',
  ])
  expect(home.body.news.length).toBeGreaterThan(0)
})

test('who bears an address of the example is that person, and has nothing twice', async () => {
  expect(begunAsAnna.problem).toBeUndefined()
  const { rows } = await sql<{ people: number; positions: number; roles: string[] }>`
    select (select count(*) from person) as people,
           (select count(*) from position where person_id = ${anna.id} and to_day is null) as positions,
           (select roles from membership join community on community.id = community_id
            where person_id = ${anna.id} and slug = 'physiotherapists') as roles`.execute(elsewhere.db)
  expect(rows[0]).toMatchObject({ people: example.people.length, positions: 1 })
  expect(rows[0]!.roles).toContain('facilitator')
})

test('a private community keeps its inquiries from who is not a member, and shows them to who is', async () => {
  const { rows } = await sql<{ id: string }>`
    select inquiry_id as id from inquiry_community join community on community.id = community_id
    where visibility = 'private'`.execute(world.db)
  const member = await signedInAs('marjaana.siltanen@example.org')
  const ask = async (who: Somebody) =>
    Promise.all(
      rows.map(async ({ id }) => (await world.as(who)('GET /inquiries/{inquiry}', { params: { inquiry: id } })).status),
    )

  expect(rows.length).toBeGreaterThan(5)
  expect(new Set(await ask(guest))).toEqual(new Set([404]))
  expect(new Set(await ask(member))).toEqual(new Set([200]))
})

test('a second example is refused, and one over an organization that is there', async () => {
  const again = await world.as(guest)('POST /organization/beginning', { body: { choice: 'example' } })
  expect(again.status).toBe(409)
  expect(again.problem.title).toContain('begun')

  const office = await laundry.person('Olga Office', { office: true })
  const over = await laundry.as(office)('POST /organization/beginning', { body: { choice: 'example' } })
  expect(over.status).toBe(409)
  expect(over.problem.title).toContain('here already')
  expect((await sql`select from setting`.execute(laundry.db)).rows).toEqual([])
})

test('the example shows a community that it has and one that nobody has named, whose people are being asked', async () => {
  const { rows } = await sql<{ likeness: string | null; known: string | null; people: number; asked: number }>`
    select likeness, (select slug from community where id = known_id) as known, people,
           (select count(*) from recognition join recognition_question on recognition_id = recognition.id
            where recognition.found_id = found.id and recognition.state = 'asking') as asked
    from found_community found order by number`.execute(world.db)

  expect(rows).toContainEqual({ likeness: 'same', known: 'physiotherapists', people: expect.any(Number), asked: 0 })
  const unnamed = rows.find(({ known }) => known === null)!
  expect(unnamed.people).toBeGreaterThan(12)
  expect(unnamed.asked).toBeGreaterThanOrEqual(5)
})

test('the lab holds an experiment of each kind, shown to all', async () => {
  const { body } = await world.as(guest)('GET /experiments', { query: { whose: 'organization' } })

  expect(body.items.map(({ view, seen }) => `${view} ${seen}`).sort()).toEqual([
    'compare organization',
    'organization organization',
    'sweep organization',
  ])
})
