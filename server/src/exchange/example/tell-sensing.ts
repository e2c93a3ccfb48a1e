import type { SensingRows } from '#sensing/index.ts'
import type { Escalation, Feed, Imperative, Signal } from './format-sensing.ts'
import type { Telling } from './telling.ts'

type All = { [Table in keyof SensingRows]-?: NonNullable<SensingRows[Table]> }

/** Aims, escalations, feeds and signals with what was made of them. */
export function tellSensing(telling: Telling): SensingRows {
  const rows: All = {
    imperative: [],
    imperativeService: [],
    escalation: [],
    escalationMove: [],
    feed: [],
    signal: [],
    triage: [],
  }
  const { imperatives, escalations, feeds, signals } = telling.example.sensing
  for (const one of imperatives) tellImperative(telling, one, rows)
  for (const one of escalations) tellEscalation(telling, one, rows)
  for (const one of feeds) tellFeed(telling, one, rows)
  // Those of the organization first: the others refer to them.
  for (const one of signals.toSorted((a, b) => Number(Boolean(a.from)) - Number(Boolean(b.from))))
    tellSignal(telling, one, rows)
  return rows
}

function tellImperative({ id, at, happened, example }: Telling, one: Imperative, rows: All) {
  const imperative = id('imperative', one.slug)
  const about = { kind: 'imperative', id: imperative } as const
  rows.imperative.push({
    id: imperative,
    title: one.title,
    why: one.why,
    fromDay: one.from,
    toDay: one.to,
    carrierId: id('person', one.carrier),
    madeBy: id('person', one.by),
    madeAt: at(one.at),
    endedAt: one.ended ? at(one.ended.at) : null,
    endedBy: one.ended ? id('person', one.ended.by) : null,
    endedReason: one.ended?.reason ?? null,
  })
  const carrier = one.carrier === one.by ? [] : [id('person', one.carrier)]
  happened.push({
    actor: id('person', one.by),
    verb: 'imperative.made',
    subject: about,
    people: carrier,
    at: at(one.at),
  })
  for (const { by, at: moment, community, practice, how } of one.services) {
    const served = community
      ? { communityId: id('community', community), practiceId: null }
      : { communityId: null, practiceId: id('practice', practice!) }
    rows.imperativeService.push({ imperativeId: imperative, ...served, how, byId: id('person', by), at: at(moment) })
    const place = community ?? example.practices.get(practice!)!.community
    happened.push({
      actor: id('person', by),
      verb: 'imperative.served',
      subject: about,
      communities: [id('community', place)],
      at: at(moment),
    })
  }
  if (one.ended) {
    happened.push({ actor: id('person', one.ended.by), verb: 'imperative.ended', subject: about, at: at(one.ended.at) })
  }
}

const verbs = {
  receive: 'escalation.received',
  finish: 'escalation.finished',
  reopen: 'escalation.reopened',
  withdraw: 'escalation.withdrawn',
  delegate: 'escalation.delegated',
  hand_on: 'escalation.handed_on',
} as const
const states = {
  receive: 'received',
  decide: 'decided',
  finish: 'done',
  reopen: 'decided',
  withdraw: 'withdrawn',
} as const

function tellEscalation({ id, at, happened }: Telling, one: Escalation, rows: All) {
  const escalation = id('escalation', one.slug)
  const person = (slug: string | null | undefined) => (slug ? id('person', slug) : null)
  let stand = {
    state: 'sent' as string,
    answer: null as string | null,
    dueOn: one.dueOn,
    unit: one.unit,
    manager: one.manager,
    delegate: undefined as string | undefined,
  }
  const tell = (verb: `escalation.${string}`, by: string | undefined, moment: string, people: string[]) =>
    happened.push({
      actor: person(by),
      verb,
      subject: { kind: 'escalation', id: escalation },
      communities: [id('community', one.community)],
      unit: id('unit', stand.unit),
      people: [...new Set(people)].filter((slug) => slug !== by).map((slug) => id('person', slug)),
      at: at(moment),
    })
  rows.escalationMove.push({
    escalationId: escalation,
    act: 'send',
    byId: person(one.by),
    toId: person(one.manager),
    unitId: id('unit', one.unit),
    dueOn: one.dueOn,
    reason: '',
    at: at(one.at),
  })
  tell('escalation.sent', one.by, one.at, [one.manager])
  for (const move of one.moves) {
    const from = move.act === 'hand_on' ? stand.manager : undefined
    stand = {
      state: states[move.act as keyof typeof states] ?? stand.state,
      answer: move.answer ?? stand.answer,
      dueOn: move.dueOn ?? stand.dueOn,
      unit: move.unit ?? stand.unit,
      manager: move.act === 'hand_on' ? move.to! : stand.manager,
      delegate: move.act === 'delegate' ? move.to : stand.delegate,
    }
    rows.escalationMove.push({
      escalationId: escalation,
      act: move.act,
      answer: move.answer ?? null,
      reason: move.reason ?? '',
      dueOn: move.dueOn ?? null,
      toId: person(move.to),
      fromId: person(from),
      unitId: move.unit ? id('unit', move.unit) : null,
      because: move.because ?? null,
      byId: person(move.by),
      at: at(move.at),
    })
    const verb = move.act === 'decide' ? (`escalation.decided_${move.answer!}` as const) : verbs[move.act]
    tell(verb, move.by, move.at, [one.by, stand.manager, ...(stand.delegate ? [stand.delegate] : [])])
  }
  rows.escalation.push({
    id: escalation,
    communityId: id('community', one.community),
    unitId: id('unit', stand.unit),
    managerId: person(stand.manager),
    delegateId: person(stand.delegate),
    inquiryId: one.inquiry ? id('inquiry', one.inquiry) : null,
    title: one.title,
    asked: one.asked,
    background: one.background,
    dueOn: stand.dueOn,
    state: stand.state,
    answer: stand.answer,
    sentBy: person(one.by),
    sentAt: at(one.at),
    movedAt: at(one.moves.at(-1)?.at ?? one.at),
  })
}

/** Hosts of the example are invented: nobody asks them while somebody looks around. */
const muchLater = 365 * 86_400_000

function tellFeed({ id, at, happened, example }: Telling, one: Feed, rows: All) {
  const feed = id('feed', one.slug)
  const latest = example.sensing.signals.filter((signal) => signal.feed === one.slug).at(-1)?.at
  rows.feed.push({
    id: feed,
    communityId: one.community ? id('community', one.community) : null,
    url: one.url,
    host: new URL(one.url).hostname,
    title: one.title,
    addedBy: id('person', one.by),
    addedAt: at(one.at),
    readAt: at(one.ended?.at ?? latest ?? one.at),
    nextAt: new Date(at(one.at).getTime() + 3 * muchLater),
    endedAt: one.ended ? at(one.ended.at) : null,
    endedWhy: one.ended?.why ?? null,
  })
  happened.push({
    actor: id('person', one.by),
    verb: 'feed.added',
    subject: { kind: 'feed', id: feed },
    communities: one.community ? [id('community', one.community)] : [],
    at: at(one.at),
  })
}

function tellSignal({ id, at, happened }: Telling, one: Signal, rows: All) {
  const signal = id('signal', one.slug)
  const communities = one.community ? [id('community', one.community)] : []
  const last = one.triage.at(-1)
  const tell = (verb: `signal.${string}`, by: string | undefined, moment: string) =>
    happened.push({
      actor: by ? id('person', by) : null,
      verb,
      subject: { kind: 'signal', id: signal },
      communities,
      at: at(moment),
    })
  rows.signal.push({
    id: signal,
    communityId: communities[0] ?? null,
    feedId: one.feed ? id('feed', one.feed) : null,
    fromId: one.from ? id('signal', one.from) : null,
    key: one.link ?? `told:${one.slug}`,
    link: one.link ?? null,
    title: one.title,
    summary: one.summary,
    publishedAt: one.feed ? at(one.at) : null,
    addedBy: one.by ? id('person', one.by) : null,
    foundAt: at(one.at),
    outcome: last?.outcome ?? 'new',
    watchUntil: last?.until ?? null,
  })
  tell(one.feed ? 'signal.found' : one.from ? 'signal.taken_up' : 'signal.added', one.by, one.at)
  for (const [n, { by, at: moment, outcome, reason, until, inquiry, escalation }] of one.triage.entries()) {
    const next = one.triage[n + 1]
    rows.triage.push({
      signalId: signal,
      outcome,
      reason,
      watchUntil: until ?? null,
      inquiryId: inquiry ? id('inquiry', inquiry) : null,
      escalationId: escalation ? id('escalation', escalation) : null,
      byId: id('person', by),
      at: at(moment),
      undoneBy: next ? id('person', next.by) : null,
      undoneAt: next ? at(next.at) : null,
    })
    tell(`signal.triaged_${outcome}`, by, moment)
  }
}
