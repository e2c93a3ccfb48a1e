/** What the model takes for granted, to be told beside every outcome; `settings` are where one may disagree. */
export interface Assumption {
  /** The key of its words in a catalogue. */
  readonly key: string
  readonly meaning: string
  readonly settings: readonly string[]
}

const about = (name: string, meaning: string, ...settings: string[]): Assumption => ({
  key: `yourOrganization.assumes.${name}`,
  meaning,
  settings,
})

export const assumptions: readonly Assumption[] = [
  about('thinkingAid', 'this is a thinking aid, not a forecast: differences to the present say more than any number'),
  about('reconstruction', 'people meet problems, ask and learn by the rules of DY-R1, a reconstruction of ours'),
  about('problems', 'everybody meets problems alike, half of them of their own craft', 'arrival', 'specialization'),
  about('competence', 'nobody’s competence is known: it is drawn at random, more of it in one’s own craft', 'domains'),
  about(
    'channels',
    'people ask in their unit, in their communities and whom they have a tie to, and nobody else',
    'requests',
  ),
  about('trust', 'whom one asks follows good and bad experience; ties fade without contact', 'trustCounts', 'fading'),
  about(
    'time',
    'time for communities is taken from one’s own problems, and limits answers to other units',
    'communityTime',
    'answersInAPeriod',
  ),
  about(
    'line',
    'the line runs from a unit to the unit above it; who most of a unit reports to leads it and can decide so often',
    'decisions',
    'decisionsAbove',
  ),
  about(
    'steps',
    'a request is a step, and so is each level up and each way down; unanswered counts as patience at an end',
    'patience',
  ),
  about(
    'moving',
    'who moves loses a share of the channels to everybody else at once, and they come back only by contact',
    'interventions',
  ),
  about(
    'spanner',
    'who leaves is drawn from the strongest tenth, another one each time, and is not replaced',
    'interventions',
  ),
  about(
    'practice',
    'a new practice travels only where one helps another, and serves less well in other units',
    'contagion',
    'passing',
    'locality',
    'adaptation',
  ),
  about('warmUp', 'ties and trust grow for a while before anything is changed or counted', 'warmUp', 'periods'),
]
