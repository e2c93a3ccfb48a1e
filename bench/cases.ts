import { chance } from './fill/random.ts'
import { id, type World } from './fill/world.ts'
import type { Ask } from './http.ts'

type Request = Omit<Ask, 'cookie'>

export interface Case {
  name: string
  /** Longest 95th percentile in milliseconds. */
  goal?: number
  /** The requests of one page, one after another. One may depend on what came before. A refused one ends the page. */
  page(): (Request | ((before: string) => Request | null))[]
}

const get = (path: string): Request => ({ method: 'GET', path: `/api${path}` })
const put = (path: string): Request => ({ method: 'PUT', path: `/api${path}` })
const post = (path: string, body: unknown): Request => ({ method: 'POST', path: `/api${path}`, body })

/** What people do, with ids drawn from all rows. */
export function casesFor(world: World, seed: number): Case[] {
  const own = chance(seed)
  const { speak } = world
  const any = (kind: Parameters<typeof id>[0], count: number) => id(kind, own.below(count))
  const words = (count: number) => Array.from({ length: count }, () => speak.word())
  const typed = (text: string) =>
    encodeURIComponent(text.slice(0, Math.max(3, Math.ceil(text.length * (0.5 + own.next() / 2)))))
  const inquiry = () => `/inquiries/${any('inquiry', world.inquiries)}`

  return [
    {
      name: 'home',
      goal: 25,
      // Who is in no community is shown what lives in those that are open to all.
      page: () => [get('/home'), (home) => (home.includes('"communities":[]') ? get('/inquiries?limit=6') : null)],
    },
    {
      name: 'community',
      goal: 25,
      page: () => {
        const number = own.below(world.communities)
        return [
          get(`/communities/community-${number}/home`),
          (home) => (home.includes('"leave":true') ? put(`/communities/${id('community', number)}/visit`) : null),
        ]
      },
    },
    { name: 'inquiry, main request', page: () => [get(inquiry())] },
    {
      name: 'inquiry',
      goal: 25,
      page: () => {
        const one = any('inquiry', world.inquiries)
        return [get(`/inquiries/${one}`), get(`/inquiries/${one}/related`)]
      },
    },
    {
      name: 'practice',
      goal: 25,
      page: () => {
        const one = any('practice', world.practices)
        return [get(`/practices/${one}`)]
      },
    },
    { name: 'list of inquiries', page: () => [get('/inquiries')] },
    {
      name: 'as-you-type search',
      goal: 60,
      page: () => [get(`/search?limit=8&excerpts=people&words=${typed(words(1 + own.below(3)).join(' '))}`)],
    },
    {
      name: 'similar while asking',
      goal: 60,
      page: () => [post('/inquiries/similar', { title: words(6).join(' '), communities: [] })],
    },
    {
      name: 'contribution',
      goal: 30,
      page: () => [post(`${inquiry()}/contributions`, { kind: 'answer', body: speak.text(3) })],
    },
    { name: 'list of communities', page: () => [get('/communities')] },
    // As many lines as the small database has communities, so that the ratio tells of the data and not of the page.
    { name: 'five communities', page: () => [get('/communities?limit=5')] },
    { name: 'list of practices', page: () => [get('/practices')] },
    { name: 'matrix', page: () => [get('/practices/matrix')] },
    {
      name: 'matrix of a community',
      page: () => [get(`/practices/matrix?community=${any('community', world.communities)}`)],
    },
    { name: 'indicators', goal: 50, page: () => [get('/indicators')] },
    {
      name: 'indicators of a community',
      goal: 50,
      // Who is no member is refused.
      page: () => [get(`/communities/community-${own.skewed(world.communities)}/indicators`)],
    },
    { name: 'tree, the top', page: () => [get('/units')] },
    {
      name: 'tree, inside a unit',
      page: () => [get(`/units?parent=${id('unit', own.below(Math.ceil(world.units / 7)))}`)],
    },
    {
      name: 'unit',
      page: () => {
        const one = any('unit', world.units)
        return [
          get(`/units/${one}`),
          get(`/units/${one}/people?limit=50`),
          get(`/units/${one}/communities`),
          get(`/units/${one}/practices`),
        ]
      },
    },
    {
      name: 'person',
      page: () => {
        const one = any('person', world.people)
        return [get(`/people/${one}`), get(`/people/${one}/work`), get(`/people/${one}/practices`)]
      },
    },
    { name: 'people search', goal: 60, page: () => [get(`/people?limit=8&words=${typed(speak.name())}`)] },
  ]
}
