import * as z from 'zod'
import { choice, count, share } from '../../settings.ts'
import { GivenTies } from '../parts/given-network.ts'

const simple = 'after Granovetter (1978), American Journal of Sociology 83(6)'
const complex = 'Centola and Macy (2007), American Journal of Sociology 113(3)'
const ours = 'ours'

export const networks = ['smallWorld', 'line', 'ring', 'star', 'random', 'complete', 'given'] as const
export const contagions = ['simple', 'complex'] as const

export const DiffusionSettings = z
  .object({
    network: choice(networks, {
      label: 'diffusion.network',
      meaning:
        'who sees whom: a ring with two on each side and shortcuts, a line, the ring alone, one in the middle, at random, everybody, or the ties that are given',
      source: ours,
    }),
    ties: GivenTies.nullable().prefault(null).meta({
      label: 'diffusion.ties',
      description: 'the ties of the network "given": how many people, and from and to of each tie',
    }),
    people: count({
      label: 'diffusion.people',
      meaning: 'people in a network that is not given',
      unit: 'people',
      from: 5,
      to: 1000,
      default: 200,
    }),
    shortcuts: count({
      label: 'diffusion.shortcuts',
      meaning: 'ties of the small world that lead elsewhere than to neighbours',
      unit: 'ties',
      from: 0,
      to: 100,
      default: 10,
    }),
    density: share({
      label: 'diffusion.density',
      meaning: 'the probability of each tie of a random network',
      default: 0.03,
    }),
    seeds: count({
      label: 'diffusion.seeds',
      meaning: 'people who practise it from the start',
      unit: 'people',
      from: 0,
      to: 2000,
      default: 5,
    }),
    seeding: choice(['together', 'scattered'], {
      label: 'diffusion.seeding',
      meaning: 'where they are: somebody and those nearest by, or anywhere',
    }),
    contagion: choice(contagions, {
      label: 'diffusion.contagion',
      meaning: 'whether one example can be enough (simple) or several are needed at once (complex)',
      source: `${simple}; ${complex}`,
    }),
    passing: share({
      label: 'diffusion.passing',
      meaning:
        'simple: the probability a period that an example convinces; complex: that somebody takes it up once there are enough',
      default: 0.2,
    }),
    thresholdCount: count({
      label: 'diffusion.thresholdCount',
      meaning: 'complex: how many examples it takes at least',
      unit: 'people',
      from: 1,
      to: 200,
      default: 2,
      source: complex,
    }),
    thresholdShare: share({
      label: 'diffusion.thresholdShare',
      meaning: 'complex: of what share of one’s contacts it takes an example, on average',
      default: 0,
      source: simple,
    }),
    thresholdSpread: share({
      label: 'diffusion.thresholdSpread',
      meaning: 'how far that share differs between people, up and down, evenly',
      default: 0,
      source: simple,
    }),
    locality: share({
      label: 'diffusion.locality',
      meaning:
        'how much it hinders that a practice was made for another context: at 1 the opposite context cannot use it',
      default: 0,
      source: ours,
    }),
    adaptation: share({
      label: 'diffusion.adaptation',
      meaning: 'how far somebody who takes it up fits it to their own context: 0 as it is, 1 wholly',
      default: 0,
      source: ours,
    }),
    contexts: choice(['byPlace', 'mixed'], {
      label: 'diffusion.contexts',
      meaning: 'whether neighbours work in similar contexts, or contexts lie anywhere',
    }),
    forgetting: share({
      label: 'diffusion.forgetting',
      meaning: 'the probability a period that somebody drops it; it may be taken up again',
      default: 0,
      source: ours,
    }),
    periods: count({
      label: 'diffusion.periods',
      meaning: 'periods at most',
      unit: 'periods',
      from: 1,
      to: 10_000,
      default: 200,
    }),
  })
  .superRefine(({ network, ties, seeds, people }, check) => {
    if (network === 'given' && !ties)
      check.addIssue({ code: 'custom', path: ['ties'], message: 'the network "given" needs ties' })
    const most = network === 'given' ? (ties?.people ?? 0) : people
    if (seeds > most)
      check.addIssue({ code: 'custom', path: ['seeds'], message: `at most the ${most} people there are` })
  })

export type DiffusionSettings = z.infer<typeof DiffusionSettings>
