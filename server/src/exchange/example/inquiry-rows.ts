import type { Activity } from '#activity/index.ts'
import type { InquiryRows } from '#inquiry/index.ts'
import type { Inquiry } from './format.ts'
import type { Telling } from './telling.ts'

export type AllInquiryRows = Required<InquiryRows>

/** One inquiry while it is told: where it stands at any moment, and what happened to it. */
export interface Told {
  id: string
  slug: string
  inquiry: Inquiry
  tell(verb: string, by: string, moment: string, said?: { people?: string[]; detail?: Activity['detail'] }): void
}

export const noRows = (): AllInquiryRows => ({
  inquiry: [],
  inquiryCommunity: [],
  inquiryTopic: [],
  contribution: [],
  resolution: [],
  wording: [],
  meToo: [],
  thanks: [],
  askedPerson: [],
  move: [],
  redaction: [],
  bookmark: [],
  report: [],
})

export function toldOf(telling: Telling, slug: string, inquiry: Inquiry): Told {
  const { id, at, happened } = telling
  const inquiryId = id('inquiry', slug)
  return {
    id: inquiryId,
    slug,
    inquiry,
    tell(verb, by, moment, { people = [], detail = {} } = {}) {
      const actor = id('person', by)
      happened.push({
        actor,
        verb: `inquiry.${verb}`,
        subject: { kind: 'inquiry', id: inquiryId },
        communities: standsAt(inquiry, moment).map((community) => id('community', community)),
        unit: id('unit', inquiry.unit),
        people: [...new Set(people)].filter((person) => person !== actor),
        detail,
        at: at(moment),
      })
    },
  }
}

/** The communities in which an inquiry stands at a moment. */
export function standsAt({ communities, moved }: Pick<Inquiry, 'communities' | 'moved'>, moment: string): string[] {
  let places = communities
  for (const { from, to, at } of moved)
    if (at <= moment) places = [...new Set(places.map((place) => (place === from ? to : place)))]
  return places
}
