import { chance } from './fill/random.ts'
import { id, type World } from './fill/world.ts'
import type { Ask } from './http.ts'

type Request = Omit<Ask, 'cookie'>

export interface Case {
  name: string
  /** Longest 95th percentile in milliseconds. */
  goal?: number
  /** The requests of one page, one after another. A refused one ends it. */
  page(): Request[]
}

const get = (path: string): Request => ({ method: 'GET', path: `/api${path}` })
const post = (path: string, body: unknown): Request => ({ method: 'POST', path: `/api${path}`, body })

/** What people do, with ids drawn from all rows. */
export function casesFor(world: World, seed: number): Case[] {
  const own = chance(seed)
  const { speak } = world
  const any = (kind: 'inquiry' | 'practice' | 'community' | 'person', count: number) => id(kind, own.below(count))
  const words = (count: number) => Array.from({ length: count }, () => speak.word())
  const typed = (text: string) =>
    encodeURIComponent(text.slice(0, Math.max(3, Math.ceil(text.length * (0.5 + own.next() / 2)))))
  const inquiry = () => `/inquiries/${any('inquiry', world.inquiries)}`
  const newest = (community: string) => `/inquiries?community=${community}&limit=6`

  return [
    { name: 'home', goal: 25, page: () => [get('/home'), get('/inquiries?limit=6'), get('/inbox/count')] },
    {
      name: 'community',
      goal: 25,
      page: () => {
        const number = own.below(world.communities)
        const community = id('community', number)
        return [
          get(`/communities/community-${number}`),
          get(`/communities/${community}/topics`),
          get(`${newest(community)}&unanswered=true`),
          get(newest(community)),
          get(`/practices?community=${community}&state=current&limit=8`),
          get(`/following/community/${community}`),
          get(`/communities/${community}/participation`),
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
      page: () => [get(`/practices/${any('practice', world.practices)}`)],
    },
    { name: 'list of inquiries', page: () => [get('/inquiries')] },
    {
      name: 'as-you-type search',
      goal: 60,
      page: () => [get(`/search?limit=8&words=${typed(words(1 + own.below(3)).join(' '))}`)],
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
    { name: 'matrix', page: () => [get(`/practices/matrix?community=${any('community', world.communities)}`)] },
    { name: 'people search', goal: 60, page: () => [get(`/people?limit=8&words=${typed(speak.name())}`)] },
  ]
}
