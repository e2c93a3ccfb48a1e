import * as z from 'zod'
import { choice, count, quantity, share } from '../../settings.ts'

const ours = 'reconstruction DY-R1 after Dupouët and Yildizoglu (2006), whose equations were not available'

export const structures = ['community', 'hierarchy', 'mixed', 'alone'] as const
export type Structure = (typeof structures)[number]

export const CommunitiesSettings = z.object({
  structure: choice(structures, {
    label: 'communities.structure',
    meaning:
      'what somebody does who cannot solve a problem: ask others, hand it to the manager and then to the top, ask first and then hand it up, or give up',
    source: ours,
  }),
  people: count({
    label: 'communities.people',
    meaning: 'people in the organization',
    unit: 'people',
    from: 2,
    to: 2000,
    default: 50,
    source: ours,
  }),
  domains: count({
    label: 'communities.domains',
    meaning: 'kinds of problems, each of which needs a competence of its own',
    unit: 'domains',
    from: 1,
    to: 50,
    default: 10,
    source: ours,
  }),
  arrival: share({
    label: 'communities.arrival',
    meaning: 'how often somebody meets a problem: a probability a period',
    default: 1,
    source: ours,
  }),
  specialization: share({
    label: 'communities.specialization',
    meaning: 'the share of problems that come from one’s own domain; the others come from any',
    default: 0.5,
    source: ours,
  }),
  requests: count({
    label: 'communities.requests',
    meaning: 'communication: how many others one asks about a problem at most',
    unit: 'requests',
    from: 0,
    to: 20,
    default: 3,
    source: ours,
  }),
  capacity: count({
    label: 'communities.capacity',
    meaning: 'how often somebody helps or is sent help for a period at most',
    unit: 'problems',
    from: 0,
    to: 20,
    default: 3,
    source: ours,
  }),
  trustCounts: quantity({
    label: 'communities.trustCounts',
    meaning: 'how much trust decides whom one asks; at 0 anybody is asked alike',
    from: 0,
    to: 20,
    default: 6,
    source: ours,
  }),
  readiness: share({
    label: 'communities.readiness',
    meaning: 'the probability that somebody helps a stranger; affinity raises it to 1',
    default: 0.5,
    source: ours,
  }),
  byDoing: share({
    label: 'communities.byDoing',
    meaning: 'what one learns by solving a problem: a share of what is missing',
    default: 0.01,
    source: ours,
  }),
  byAsking: share({
    label: 'communities.byAsking',
    meaning: 'what one learns from the answer: a share of the difference to the helper',
    default: 0.1,
    source: ours,
  }),
  adjustment: share({
    label: 'communities.adjustment',
    meaning: 'how fast trust, affinity and the managers’ picture of people follow experience',
    default: 0.2,
    source: ours,
  }),
  span: count({
    label: 'communities.span',
    meaning: 'people under one manager',
    unit: 'people',
    from: 1,
    to: 200,
    default: 10,
    source: ours,
  }),
  managerDecisions: count({
    label: 'communities.managerDecisions',
    meaning: 'problems that a manager can hand on in a period',
    unit: 'problems',
    from: 0,
    to: 200,
    default: 5,
    source: ours,
  }),
  topDecisions: count({
    label: 'communities.topDecisions',
    meaning: 'problems that the top manager can hand on in a period',
    unit: 'problems',
    from: 0,
    to: 2000,
    default: 10,
    source: ours,
  }),
  tieDecay: share({
    label: 'communities.tieDecay',
    meaning: 'the share of affinity that fades each period',
    default: 0,
    source: ours,
  }),
  turnover: share({
    label: 'communities.turnover',
    meaning: 'the probability a period that somebody leaves and a stranger takes the place',
    default: 0,
    source: ours,
  }),
  periods: count({
    label: 'communities.periods',
    meaning: 'periods that pass',
    unit: 'periods',
    from: 1,
    to: 10_000,
    default: 1000,
    source: ours,
  }),
})

export type CommunitiesSettings = z.infer<typeof CommunitiesSettings>
