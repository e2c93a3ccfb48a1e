import type { CommunitiesSettings } from '../../models/communities/settings.ts'

/** One figure of the reconstruction's own yardstick: a mean over 30 runs, and the spread between single runs. */
export interface Figure {
  readonly measure: string
  readonly period: number
  readonly value: number
  /** Standard deviation between single runs, from 100. */
  readonly deviation: number
}

export interface Row {
  readonly name: string
  readonly settings: Partial<CommunitiesSettings>
  readonly figures: readonly Figure[]
}

/** So many runs stand behind each value. */
export const RUNS_BEHIND = 30

const figures = (...rows: [measure: string, period: number, value: number, deviation: number][]): Figure[] =>
  rows.map(([measure, period, value, deviation]) => ({ measure, period, value, deviation }))

/**
 * What DY-R1 gives.
 *
 * Source: the prototype of the reconstruction in plain JavaScript with dense matrices and another generator, seeds 7919
 * to 30 x 7919 (values) and to 100 x 7919 (deviations). No published figure: those could not be obtained.
 */
export const table7: readonly Row[] = [
  {
    name: 'alone',
    settings: { structure: 'alone' },
    figures: figures(
      ['solved', 50, 0.2986, 0.023],
      ['solved', 200, 0.4121, 0.0247],
      ['solved', 500, 0.5527, 0.0198],
      ['solved', 1000, 0.6214, 0.0227],
      ['competence', 50, 0.138, 0.0029],
      ['competence', 200, 0.1631, 0.003],
      ['competence', 500, 0.2012, 0.003],
      ['competence', 1000, 0.2354, 0.0038],
    ),
  },
  {
    name: 'hierarchy',
    settings: { structure: 'hierarchy' },
    figures: figures(
      ['solved', 50, 0.3835, 0.0305],
      ['solved', 200, 0.7588, 0.0364],
      ['solved', 500, 0.9815, 0.0109],
      ['solved', 1000, 0.9998, 0.002],
      ['solvedAlone', 1000, 0.6241, 0.0199],
      ['competence', 50, 0.1395, 0.0029],
      ['competence', 200, 0.1714, 0.003],
      ['competence', 500, 0.2102, 0.003],
      ['competence', 1000, 0.2502, 0.0038],
    ),
  },
  {
    name: 'community',
    settings: { structure: 'community' },
    figures: figures(
      ['solved', 50, 0.3474, 0.0275],
      ['solved', 200, 0.5227, 0.0273],
      ['solved', 500, 0.7524, 0.0219],
      ['solved', 1000, 0.9117, 0.0146],
      ['solvedAlone', 1000, 0.8161, 0.0187],
      ['competence', 50, 0.145, 0.0032],
      ['competence', 200, 0.2045, 0.0045],
      ['competence', 500, 0.3689, 0.0076],
      ['competence', 1000, 0.636, 0.0105],
      ['strongTies', 1000, 0.3647, 0.013],
      ['reciprocity', 1000, 0.6396, 0.0216],
      ['eiIndex', 1000, 0.6279, 0.0315],
    ),
  },
  {
    name: 'mixed',
    settings: { structure: 'mixed' },
    figures: figures(
      ['solved', 50, 0.4132, 0.0324],
      ['solved', 200, 0.8049, 0.0323],
      ['solved', 500, 0.9899, 0.0085],
      ['solved', 1000, 0.9999, 0.0007],
      ['solvedAlone', 1000, 0.8293, 0.0195],
      ['competence', 50, 0.1458, 0.0032],
      ['competence', 200, 0.2116, 0.0049],
      ['competence', 500, 0.3892, 0.0073],
      ['competence', 1000, 0.6537, 0.0097],
      ['strongTies', 1000, 0.3708, 0.012],
      ['reciprocity', 1000, 0.6507, 0.0219],
      ['eiIndex', 1000, 0.6261, 0.0297],
    ),
  },
  {
    name: 'community, 1 request',
    settings: { structure: 'community', requests: 1 },
    figures: figures(
      ['solved', 50, 0.3196, 0.0218],
      ['solved', 200, 0.4435, 0.0226],
      ['solved', 500, 0.6221, 0.0231],
      ['solved', 1000, 0.7345, 0.0213],
      ['solvedAlone', 1000, 0.6917, 0.0216],
      ['competence', 1000, 0.4032, 0.0064],
      ['strongTies', 1000, 0.0527, 0.0059],
    ),
  },
  {
    name: 'community, 6 requests',
    settings: { structure: 'community', requests: 6 },
    figures: figures(
      ['solved', 50, 0.3867, 0.0291],
      ['solved', 200, 0.5973, 0.0276],
      ['solved', 500, 0.8656, 0.0194],
      ['solved', 1000, 0.9763, 0.0103],
      ['solvedAlone', 1000, 0.8712, 0.0153],
      ['competence', 1000, 0.7559, 0.0111],
      ['strongTies', 1000, 0.5291, 0.0123],
    ),
  },
  {
    name: 'hierarchy, no specialization',
    settings: { structure: 'hierarchy', specialization: 0 },
    figures: figures(
      ['solved', 1000, 0.9464, 0.017],
      ['solvedAlone', 1000, 0.3083, 0.0201],
      ['competence', 1000, 0.3075, 0.0052],
    ),
  },
  {
    name: 'community, no specialization',
    settings: { structure: 'community', specialization: 0 },
    figures: figures(
      ['solved', 1000, 0.7587, 0.0258],
      ['solvedAlone', 1000, 0.6413, 0.0273],
      ['competence', 1000, 0.6471, 0.0183],
    ),
  },
  {
    name: 'hierarchy, much specialization',
    settings: { structure: 'hierarchy', specialization: 0.9 },
    figures: figures(
      ['solved', 1000, 0.9991, 0.002],
      ['solvedAlone', 1000, 0.9189, 0.0108],
      ['competence', 1000, 0.1992, 0.0026],
    ),
  },
  {
    name: 'community, much specialization',
    settings: { structure: 'community', specialization: 0.9 },
    figures: figures(
      ['solved', 1000, 0.9482, 0.0087],
      ['solvedAlone', 1000, 0.9301, 0.0107],
      ['competence', 1000, 0.2953, 0.0042],
      ['strongTies', 1000, 0.0222, 0.0041],
    ),
  },
  {
    name: 'hierarchy, turnover',
    settings: { structure: 'hierarchy', turnover: 0.01 },
    figures: figures(
      ['solved', 1000, 0.5248, 0.0575],
      ['solvedAlone', 1000, 0.3527, 0.0277],
      ['competence', 1000, 0.1502, 0.0043],
    ),
  },
  {
    name: 'community, turnover',
    settings: { structure: 'community', turnover: 0.01 },
    figures: figures(
      ['solved', 1000, 0.4159, 0.0258],
      ['solvedAlone', 1000, 0.3621, 0.0255],
      ['competence', 1000, 0.1687, 0.0065],
      ['strongTies', 1000, 0.0009, 0.0009],
    ),
  },
  {
    name: 'mixed, turnover',
    settings: { structure: 'mixed', turnover: 0.01 },
    figures: figures(
      ['solved', 1000, 0.5537, 0.0503],
      ['solvedAlone', 1000, 0.3687, 0.0254],
      ['competence', 1000, 0.171, 0.0078],
      ['strongTies', 1000, 0.0008, 0.001],
    ),
  },
]
