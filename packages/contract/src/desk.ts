import { z } from 'zod'
import { Level, PageLink } from './attention.ts'
import { CommunityLink, Day, Id, Instant, PersonLink, PersonName, UnitLink } from './common.ts'
import { CommunityHead, InvitationView, Participation, Role, Stage, TopicView } from './community.ts'
import { InquiryBrief } from './inquiry.ts'
import type { Operations } from './operation.ts'
import { PracticeLine } from './practice.ts'
import { UnitPractices } from './practice-pages.ts'
import { ReportLine, ResourceView } from './measurement-report.ts'
import { StoryLine } from './measurement-value.ts'
import { EscalationLine } from './sensing-escalations.ts'

/** Something that waits for one person's act, and why it is theirs. */
export const Need = z.object({
  kind: z.enum([
    'asked_by_name',
    'review_due',
    'change_proposed',
    'unit_proposal',
    'join_request',
    'report_waiting',
    'erasure_asked',
    'no_facilitator',
    'role_left',
    'escalation_put',
    'escalation_alone',
    'signal_watched',
    'practice_proposed',
    'no_steward',
    'survey_waiting',
    'recognition_asked',
    'pair_proposed',
    'pair_question',
    'assessment_waiting',
    'pulse_waiting',
    'sheet_reported',
    'report_of_all',
  ]),
  page: PageLink,
  community: CommunityLink.nullable(),
  by: PersonLink.nullable(),
  at: Instant,
  due: Day.nullable(),
})
export type Need = z.infer<typeof Need>

export const News = z.object({
  at: Instant,
  verb: z.string(),
  page: PageLink,
  actor: PersonName.nullable(),
})
export type News = z.infer<typeof News>

export const HomeView = z.object({
  needs: z.array(Need),
  /**
   * What happened in my communities, and in those that I follow, since I was last there or in the last week; at most
   * twelve lines in all. Where I want to hear of nothing, nothing is told.
   */
  news: z.array(z.object({ community: CommunityLink, lines: z.array(News) })),
  /** What happened in the last week on pages elsewhere that I follow. */
  followed: z.array(News),
  /** My communities; of what waits for an answer there no more than a hundred are counted. */
  communities: z.array(CommunityLink.extend({ unanswered: z.int().max(100), needsFacilitator: z.boolean() })),
  /** What I am invited to and have not answered. */
  invitations: z.array(InvitationView),
  /** There is nothing in Mortar yet that somebody could read. */
  empty: z.boolean(),
})
export type HomeView = z.infer<typeof HomeView>

/** What others did in one community since I was last there; at most a week back, and thirty lines. */
export const CommunityNews = z.object({ since: Instant, lines: z.array(News) })
export type CommunityNews = z.infer<typeof CommunityNews>

/** The communities that a unit's people are in, those whose members the reader may see. */
export const UnitCommunities = z.object({ items: z.array(CommunityLink.extend({ people: z.int() })) })

/** What somebody brings: their communities and what they added, as far as they show it and the reader may read it. */
export const PersonWork = z.object({
  communities: z.array(CommunityLink),
  asked: z.array(PageLink),
  helped: z.array(PageLink),
})

const PracticeBrief = PracticeLine.pick({ id: true, title: true, evidence: true, validatedAt: true, overdue: true })

/** All that the home of a community shows. */
export const CommunityHome = z.object({
  community: CommunityHead,
  /** How much I hear of it. */
  following: Level,
  participation: Participation,
  topics: z.array(TopicView),
  /** For those who may read inside: what waits for a first answer, the longest first, then what moved lately, and what it shares. */
  inside: z
    .object({
      unanswered: z.array(InquiryBrief),
      alive: z.array(InquiryBrief),
      repertoire: z.array(PracticeBrief),
    })
    .nullable(),
})
export type CommunityHome = z.infer<typeof CommunityHome>

/** What is asked of who answers for a unit; of units as wholes, and of nobody in them. */
export const ManageView = z.object({
  /** Escalations that wait for an answer, what is due first. */
  asked: z.array(EscalationLine),
  /** Said yes to, and not done yet. */
  promised: z.array(EscalationLine),
  units: z.array(
    UnitLink.extend({ proposed: UnitPractices.shape.asked, adopted: z.int(), trying: z.int(), openRuns: z.int() }),
  ),
  /** Aims of the organization that the reader carries, and how much of what the reader may see serves each. */
  carries: z.array(z.object({ id: Id, title: z.string(), services: z.int() })),
  /** Time and money that the reader wrote down as given to communities. */
  given: z.array(ResourceView),
})
export type ManageView = z.infer<typeof ManageView>
/** What a sponsor has to do with; of communities as wholes, and of nobody in them. */
export const SponsorView = z.object({
  communities: z.array(CommunityLink.extend({ stage: Stage, closed: z.boolean() })),
  /** Escalations of these communities that wait for an answer of the reader, and those overdue with anybody. */
  asked: z.array(EscalationLine),
  overdue: z.array(EscalationLine),
  resources: z.array(ResourceView),
  stories: z.array(StoryLine),
  reports: z.array(ReportLine),
})
export type SponsorView = z.infer<typeof SponsorView>

/** What those who carry a community have to see to; lists of at most twelve, the longest waiting first. */
export const CommunityCare = z.object({
  community: CommunityLink,
  /** Inquiries without a first answer for more than a day, and how many there are in all. */
  unanswered: z.object({ all: z.int(), items: z.array(z.object({ id: Id, title: z.string(), since: Instant })) }),
  /** Who joined within sixty days and was not welcomed. */
  newcomers: z.array(PersonLink.extend({ since: Instant })),
  /** What the charter says of its rhythm, when it is to be looked at again, and who waits at the door. */
  due: z.object({
    rhythm: z.string(),
    review: Day.nullable(),
    requests: z.int(),
    /** A stage that the evidence proposes and nobody has decided on. */
    stage: Stage.nullable(),
    /** Sheets that say a day within two weeks, or one that is past. */
    sheets: z.array(z.object({ id: Id, title: z.string(), on: Day })),
  }),
  /** Current practices to be verified within two weeks, or overdue. */
  practices: z.array(z.object({ id: Id, title: z.string(), due: Instant, steward: PersonLink.nullable() })),
  roles: z.object({
    facilitators: z.int(),
    /** Who carries a role and leaves the organization within sixty days, or has left. */
    leaving: z.array(PersonLink.extend({ roles: z.array(Role), on: Day })),
  }),
  /** How far help and topics rest on few: nobody is named. */
  load: z.array(z.object({ id: z.string(), name: z.string(), sentence: z.string() })),
  /** Only for whoever reads it: that much rests on them. */
  mine: z.object({ amongFive: z.boolean(), aloneOn: z.array(z.string()) }),
  /** Topics by what was asked on them in the last ninety days, and those on which nothing was after there had been something. */
  topics: z.object({
    alive: z.array(TopicView.pick({ id: true, name: true }).extend({ inquiries: z.int() })),
    fading: z.array(TopicView.pick({ id: true, name: true }).extend({ inquiries: z.int() })),
  }),
})
export type CommunityCare = z.infer<typeof CommunityCare>

const at = <N extends string>(name: N) => z.object({ [name]: Id } as Record<N, typeof Id>)

export const deskOperations = {
  'GET /units/{unit}/communities': {
    summary: 'The communities that the people of a unit are in',
    scope: 'read',
    params: at('unit'),
    reply: UnitCommunities,
  },
  'GET /people/{person}/work': {
    summary: 'The communities somebody is in, and what they asked and helped with lately',
    scope: 'read',
    params: at('person'),
    reply: PersonWork,
  },
  'GET /communities/{community}/home': {
    summary: 'The home of a community: what waits, what is alive, what it shares, and how its people take part',
    scope: 'read',
    params: z.object({ community: z.string().min(1).max(80) }),
    reply: CommunityHome,
  },
  'GET /sponsor': {
    summary: 'What I sponsor: decisions asked of me, what was given, what is told, and reports',
    scope: 'read',
    reply: SponsorView,
  },
  'GET /manage': {
    summary: 'What is asked of me as who answers for a unit: decisions, practices proposed, what was promised',
    scope: 'read',
    reply: ManageView,
  },
  'GET /communities/{community}/care': {
    summary: 'What those who carry a community have to see to',
    scope: 'read',
    params: z.object({ community: z.string().min(1).max(80) }),
    reply: CommunityCare,
  },
  'GET /communities/{community}/news': {
    summary: 'What others did in a community since I was last there, or in the last week',
    scope: 'read',
    params: at('community'),
    reply: CommunityNews,
  },
  'GET /home': { summary: 'What needs me, what is new where I am, and my communities', scope: 'read', reply: HomeView },
} as const satisfies Operations
