import type { HomeView } from '@mortar/contract/desk'
import type { PageLink } from '@mortar/contract/attention'
import { pagesFor } from '#attention/index.ts'
import { communitiesFor, invitationsFor, linkTo } from '#community/index.ts'
import { pulsesWaitingFor } from '#measurement/index.ts'
import type { Marking } from '#organization/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor, Ask } from '#platform/endpoint.ts'
import { homeRead, type NewsRow } from './queries/home.ts'
import { type NeedRow, needsOf } from './queries/needs.ts'

/** The first page of the day: what needs me, what is new, where I am. */
export async function homeOf(db: Reader, ask: Ask, marking: Marking): Promise<HomeView> {
  const { actor, row } = await ask(homeRead, {})
  const { mayNeed, communities: mine, empty } = row!
  const news = row!.news.filter(({ followed }) => !followed)
  const followed = row!.news.filter((line) => line.followed)
  const needs = mayNeed.length > 0 ? await needsOf(db, actor.id, mayNeed) : []
  const known = new Map(
    mine.map(({ id, slug, name, short, colour }) => [id, { id, slug, name, short, colour }] as const),
  )
  const elsewhere = [...needs, ...news, ...followed].flatMap(({ communityId }) =>
    communityId && !known.has(communityId) ? communityId : [],
  )
  const [page, others, invitations, pulses] = await Promise.all([
    linksFor(db, actor, [...needs, ...news, ...followed]),
    communitiesFor(db, actor, [...new Set(elsewhere)]),
    row!.invited ? invitationsFor(db, actor) : [],
    row!.pulses ? pulsesWaitingFor(db, actor, marking) : [],
  ])
  const links = new Map([...known, ...others.map(({ community }) => [community.id, linkTo(community)] as const)])

  // A practice that a private community put before a unit is shown to its people without those who stand behind it.
  const mayName = ({ subjectKind, communityId }: { subjectKind: string; communityId: string | null }) =>
    subjectKind !== 'practice' || communityId === null || links.has(communityId)

  const linesOf = (rows: NewsRow[]) =>
    rows.flatMap(({ at, verb, actor: by, ...subject }) => {
      const link = page(subject)
      return link ? [{ at: new Date(at).toISOString(), verb, page: link, actor: mayName(subject) ? by : null }] : []
    })

  return {
    needs: [
      ...needs.flatMap(({ kind, communityId, by, at, due, ...subject }) => {
        const link = page(subject)
        if (!link) return []
        const community = communityId ? (links.get(communityId) ?? null) : null
        const who = mayName({ ...subject, communityId }) ? by : null
        return { kind, page: link, community, by: who, at: at.toISOString(), due }
      }),
      ...pulses.map(({ id, title, communityId, opened, closes }) => ({
        kind: 'pulse_waiting' as const,
        page: { kind: 'pulse' as const, id, title },
        community: communityId ? (links.get(communityId) ?? null) : null,
        by: null,
        at: new Date(opened).toISOString(),
        due: closes,
      })),
    ],
    news: [...links.values()].flatMap((community) => {
      const lines = linesOf(news.filter(({ communityId }) => communityId === community.id))
      return lines.length > 0 ? [{ community, lines }] : []
    }),
    followed: linesOf(followed),
    communities: mine,
    invitations,
    empty,
  }
}

/** Most pages came with their title; what is set apart, or no inquiry, is asked of its room. */
export async function linksFor(db: Reader, actor: Actor, rows: (NeedRow | NewsRow)[]) {
  const asked = await pagesFor(
    db,
    actor,
    rows.filter(({ title }) => title === null),
  )
  const titles = new Map(rows.flatMap(({ subjectId, title }) => (title === null ? [] : [[subjectId, title] as const])))
  return (subject: { subjectKind: NeedRow['subjectKind']; subjectId: string }): PageLink | undefined => {
    const { subjectKind: kind, subjectId: id } = subject
    const title = titles.get(id)
    return title === undefined ? asked(subject) : { kind, id, title }
  }
}
