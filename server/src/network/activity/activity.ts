/**
 * Mortar's own activity as a source of traces. What makes a tie, by its channel: whoever acts turns to whom it
 * concerns. Runs belong to their unit and make none; what happens in a private community stays there.
 */
const turning = ['answer', 'thanks', 'asked', 'practice'] as const
type Channel = (typeof turning)[number]
/** The last is what people work on together, each for themselves. */
export const channels = [...turning, 'work'] as const

const turns: Record<Channel, readonly string[]> = {
  answer: ['answered', 'experience_told', 'asked_back', 'challenged', 'replied'].map((verb) => `inquiry.${verb}`),
  thanks: ['inquiry.thanked', 'inquiry.helped'],
  asked: ['inquiry.person_asked'],
  practice: ['practice.applied', 'practice.change_proposed', 'practice.change_taken'],
}

/** The place of the channel among those of the source, for each verb. */
export const channelOf: ReadonlyMap<string, number> = new Map(
  turning.flatMap((channel, place) => turns[channel].map((verb) => [verb, place] as const)),
)

/** What people work on together, each inquiry and practice being one thing. */
export const works: readonly string[] = [
  ...['asked', 'met_too'].map((verb) => `inquiry.${verb}`),
  ...turns.answer,
  ...['written', 'distilled', 'adapted', 'revised', 'applied', 'change_proposed', 'change_taken', 'verified'].map(
    (verb) => `practice.${verb}`,
  ),
]

export const isTrace = (verb: string): boolean => channelOf.has(verb) || works.includes(verb)
