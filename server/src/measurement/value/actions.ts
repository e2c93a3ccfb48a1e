import type { Assumptions, TellStory, WriteStory } from '@mortar/contract/measurement-value'
import { record } from '#activity/index.ts'
import { type Database, inTransaction, type Writer } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { isSteward, practiceFor } from '#practice/index.ts'
import { imperativesFor } from '#sensing/index.ts'
import { refuse } from '../refusals.ts'
import { isIndicator } from '../indicators/names.ts'
import { insideFor, type StoryFor, storyFor } from './access.ts'
import {
  adoptionReason,
  findApplication,
  findValuation,
  rewriteStory,
  saveStory,
  saveValuation,
  type Told,
  withdraw,
} from './queries.ts'

type Verb = 'told' | 'changed' | 'withdrawn' | 'told_again'

const recordOn = (tx: Writer, actor: Actor, verb: Verb, id: string, community: string) =>
  record(tx, {
    actor: actor.id,
    verb: `story.${verb}`,
    subject: { kind: 'story', id },
    communities: [community],
  })

/** What a story says, each link checked: a person links only to what they may read. */
async function toldFrom(tx: Writer, actor: Actor, body: WriteStory): Promise<Told> {
  const { practice, unit, application, imperative, indicators, ...words } = body
  if (practice) await practiceFor(tx, actor, practice)
  if ((unit || application) && !practice) throw refuse.invalid('storyLink')
  if (unit && !(await adoptionReason(tx, practice!, unit))) throw refuse.notFound('storyLink')
  if (application && (await findApplication(tx, application))?.practiceId !== practice)
    throw refuse.notFound('storyLink')
  if (imperative && (await imperativesFor(tx, actor, [imperative])).length === 0) throw refuse.notFound('storyLink')
  if (!indicators.every(isIndicator)) throw refuse.invalid('storyLink')
  return {
    ...words,
    practiceId: practice,
    unitId: unit,
    applicationId: application,
    imperativeId: imperative,
    indicators: [...new Set(indicators)],
  }
}

/** Anybody who reads inside a community tells their own story there. Nobody is asked for one. */
export const tellStory = (db: Database, actor: Actor, { community: place, ...body }: TellStory) =>
  inTransaction(db, async (tx) => {
    const { community, mayTell } = await insideFor(tx, actor, place)
    if (!mayTell) throw refuse.conflict('communityEnded')
    const { id } = await saveStory(tx, {
      ...(await toldFrom(tx, actor, body)),
      communityId: community.id,
      byId: actor.id,
    })
    await recordOn(tx, actor, 'told', id, community.id)
    return { id }
  })

const byAuthor = (db: Database, actor: Actor, id: string, act: (tx: Writer, found: StoryFor) => Promise<Verb>) =>
  inTransaction(db, async (tx) => {
    const found = await storyFor(tx, actor, id, true)
    if (!found.who.author) throw refuse.forbidden('ownStoryOnly')
    await recordOn(tx, actor, await act(tx, found), id, found.community.id)
  })

export const changeStory = (db: Database, actor: Actor, id: string, body: WriteStory): Promise<void> =>
  byAuthor(db, actor, id, async (tx, { story }) => {
    if (story.withdrawnAt) throw refuse.conflict('storyWithdrawn')
    await rewriteStory(tx, id, await toldFrom(tx, actor, body))
    return 'changed'
  })

export const withdrawStory = (db: Database, actor: Actor, id: string, back: boolean): Promise<void> =>
  byAuthor(db, actor, id, async (tx) => {
    if (!(await withdraw(tx, 'valueStory', id, back))) throw refuse.conflict(back ? 'storyWithdrawn' : 'storyStands')
    return back ? 'withdrawn' : 'told_again'
  })

interface Valued {
  from: string
  to: string
  assumptions: Assumptions
  note: string
}

export const valuePractice = (db: Database, actor: Actor, id: string, { from, to, assumptions, note }: Valued) =>
  inTransaction(db, async (tx) => {
    const { practice, who } = await practiceFor(tx, actor, id)
    if (!isSteward(practice, who)) throw refuse.forbidden('valueStewardOnly')
    const saved = await saveValuation(tx, {
      practiceId: id,
      fromDay: from,
      toDay: to,
      assumptions,
      note,
      byId: actor.id,
    })
    await record(tx, {
      actor: actor.id,
      verb: 'practice.valued',
      subject: { kind: 'practice', id },
      communities: [practice.community.id],
    })
    return saved
  })

export const withdrawValuation = (db: Database, actor: Actor, id: string, back: boolean): Promise<void> =>
  inTransaction(db, async (tx) => {
    const valuation = await findValuation(tx, id)
    if (!valuation) throw refuse.notFound('noValuation')
    const { practice, who } = await practiceFor(tx, actor, valuation.practiceId)
    if (valuation.byId !== actor.id && !isSteward(practice, who)) throw refuse.forbidden('valueStewardOnly')
    if (!(await withdraw(tx, 'valuation', id, back))) throw refuse.conflict('noValuation')
  })
