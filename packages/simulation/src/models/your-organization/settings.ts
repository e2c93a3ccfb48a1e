import * as z from 'zod'
import { choice, count, quantity, share } from '../../settings.ts'
import { contagions } from '../diffusion/settings.ts'
import { inventedSize } from './given/invented.ts'
import { Organization } from './given/organization.ts'
import { faultsIn, Intervention } from './interventions/intervention.ts'
import { organizationFor } from './given/present.ts'

const rules = 'rules of DY-R1, ours'
const ours = 'ours'
const about = (name: string, meaning: string, source: string) => ({
  label: `yourOrganization.${name}`,
  meaning,
  source,
})

export const YourOrganizationSettings = z
  .object({
    organization: Organization.nullable().prefault(null).meta({
      label: 'yourOrganization.organization',
      description: 'units, people, reporting lines, communities and ties; where none is given, an invented one',
    }),
    interventions: z.array(Intervention).max(20).default([]).meta({
      label: 'yourOrganization.interventions',
      description: 'what is done to it after the warm-up; nothing is the present',
    }),
    people: count({
      ...about('people', 'people of the invented organization', ours),
      unit: 'people',
      from: 50,
      to: 20_000,
      default: inventedSize.people,
    }),
    domains: count({
      ...about('domains', 'kinds of problems; as many as occupations, where these are given', rules),
      unit: 'domains',
      from: 1,
      to: 50,
      default: inventedSize.occupations,
    }),
    arrival: share({
      ...about('arrival', 'how often somebody meets a problem: a probability a period', rules),
      default: 0.5,
    }),
    specialization: share({
      ...about('specialization', 'the share of problems that come from one’s own craft', rules),
      default: 0.5,
    }),
    requests: count({
      ...about('requests', 'how many others one asks about a problem at most', rules),
      unit: 'requests',
      from: 0,
      to: 20,
      default: 3,
    }),
    capacity: count({
      ...about('capacity', 'problems of colleagues that one can take on in a period', rules),
      unit: 'problems',
      from: 0,
      to: 20,
      default: 3,
    }),
    communityTime: share({
      ...about('communityTime', 'the share of time that people give to communities at present', ours),
      default: 0.05,
    }),
    answersInAPeriod: quantity({
      ...about('answersInAPeriod', 'how many answers to others somebody could give with the whole of a period', ours),
      unit: 'answers',
      from: 1,
      to: 100,
      step: 1,
      default: 20,
    }),
    trustCounts: quantity({
      ...about('trustCounts', 'how much trust decides whom one asks', rules),
      from: 0,
      to: 20,
      default: 6,
    }),
    readiness: share({ ...about('readiness', 'the probability that somebody helps a stranger', rules), default: 0.5 }),
    byDoing: share({
      ...about('byDoing', 'what one learns by solving: a share of what is missing', rules),
      default: 0.01,
    }),
    byAsking: share({
      ...about('byAsking', 'what one learns from an answer: a share of the difference', rules),
      default: 0.1,
    }),
    adjustment: share({
      ...about('adjustment', 'how fast trust, affinity and managers’ pictures follow experience', rules),
      default: 0.2,
    }),
    fading: share({
      ...about('fading', 'the share of affinity that fades each period without contact', ours),
      default: 0.005,
    }),
    decisions: count({
      ...about('decisions', 'inquiries that whoever leads a unit can hand on in a period', rules),
      unit: 'inquiries',
      from: 0,
      to: 200,
      default: 5,
    }),
    decisionsAbove: count({
      ...about('decisionsAbove', 'the same of a unit that has units below it', rules),
      unit: 'inquiries',
      from: 0,
      to: 200,
      default: 10,
    }),
    patience: count({
      ...about('patience', 'steps after which an inquiry counts as unanswered', ours),
      unit: 'steps',
      from: 1,
      to: 100,
      default: 20,
    }),
    contagion: choice(
      contagions,
      about('contagion', 'whether one example of a new practice can be enough, or it takes several', ours),
    ),
    passing: share({
      ...about('passing', 'the probability that it is taken up from an example, or once there are enough', ours),
      default: 0.3,
    }),
    thresholdCount: count({
      ...about('thresholdCount', 'complex: how many encounters with it are needed', ours),
      unit: 'encounters',
      from: 1,
      to: 20,
      default: 2,
    }),
    locality: share({
      ...about('locality', 'how much it hinders that it was made in another unit', ours),
      default: 0.3,
    }),
    adaptation: share({
      ...about('adaptation', 'how far whoever takes it up fits it to their unit', ours),
      default: 0.3,
    }),
    forgetting: share({ ...about('forgetting', 'the probability a period that somebody drops it', ours), default: 0 }),
    practiceSeeds: count({
      ...about('practiceSeeds', 'people of one unit who have a new practice after the warm-up', ours),
      unit: 'people',
      from: 0,
      to: 100,
      default: 5,
    }),
    warmUp: count({
      ...about('warmUp', 'periods before anything is changed or counted', ours),
      unit: 'periods',
      from: 0,
      to: 2000,
      default: 50,
    }),
    periods: count({
      ...about('periods', 'periods in all, of a working day each', ours),
      unit: 'periods',
      from: 1,
      to: 5000,
      default: 250,
    }),
  })
  .superRefine((settings, check) => {
    const given = organizationFor(settings)
    const { domains, warmUp, periods, interventions } = settings
    const occupations = given.occupation?.reduce((most, each) => Math.max(most, each + 1), 1) ?? 1
    if (occupations > domains)
      check.addIssue({ code: 'custom', path: ['domains'], message: `at least the ${occupations} occupations` })
    if (warmUp >= periods) check.addIssue({ code: 'custom', path: ['warmUp'], message: 'fewer periods than there are' })
    for (const { path, message } of faultsIn(interventions, given, domains))
      check.addIssue({ code: 'custom', path: ['interventions', ...path], message })
  })

export type YourOrganizationSettings = z.infer<typeof YourOrganizationSettings>
