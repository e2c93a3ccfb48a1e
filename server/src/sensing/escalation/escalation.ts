import type { EscalationAct, EscalationAnswer, EscalationState } from '@mortar/contract/sensing-escalations'

/** A matter that a community cannot solve, with whoever answers for a unit, until it is decided and done. */
export interface Escalation {
  id: string
  communityId: string
  unitId: string
  managerId: string | null
  delegateId: string | null
  inquiryId: string | null
  title: string
  asked: string
  background: string
  dueOn: string
  state: EscalationState
  answer: EscalationAnswer | null
  sentBy: string | null
  sentAt: Date
  hiddenAt: Date | null
}

/** How somebody stands to an escalation. */
export interface Standing {
  /** Answers for it, as its manager. */
  manager: boolean
  /** Deals with it in the manager's place. */
  delegate: boolean
  /** Facilitates the community that it comes from. */
  facilitator: boolean
  /** May read what is inside that community. */
  inside: boolean
  office: boolean
  /** Put it to the manager. */
  author: boolean
}

type Side = 'community' | 'answering' | 'manager' | 'either'

interface Rule {
  from: readonly EscalationState[]
  to: EscalationState
  by: Side
  /** Where it matters, the answers after which the step is possible. */
  after?: readonly EscalationAnswer[]
}

const open = ['sent', 'received', 'decided'] as const

/** Every step that somebody takes, from where to where, and who may take it. What happens by itself stands in `line.ts`. */
export const rules = {
  receive: { from: ['sent'], to: 'received', by: 'answering' },
  decide: { from: ['received', 'decided'], to: 'decided', by: 'answering' },
  finish: { from: ['decided'], to: 'done', by: 'either', after: ['yes', 'no'] },
  reopen: { from: ['done'], to: 'decided', by: 'either' },
  withdraw: { from: open, to: 'withdrawn', by: 'community' },
  send_again: { from: ['withdrawn'], to: 'sent', by: 'community' },
} as const satisfies Partial<Record<EscalationAct, Rule>>
export type Step = keyof typeof rules

const stands = (side: Side, who: Standing): boolean => {
  const answers = who.manager || who.delegate
  return { community: who.facilitator, answering: answers, manager: who.manager, either: answers || who.facilitator }[
    side
  ]
}

type Where = Pick<Escalation, 'state' | 'answer' | 'managerId' | 'delegateId'>

/** The state after a step, or why it is not possible: it is not this person's, or not now. */
export function after(
  step: Step,
  where: Pick<Where, 'state' | 'answer'>,
  who: Standing,
): EscalationState | 'notYours' | 'notNow' {
  const rule: Rule = rules[step]
  if (!stands(rule.by, who)) return 'notYours'
  if (!rule.from.includes(where.state)) return 'notNow'
  if (rule.after && !(where.answer && rule.after.includes(where.answer))) return 'notNow'
  return rule.to
}

const isOpen = ({ state }: Pick<Where, 'state'>) => (open as readonly string[]).includes(state)

export const may = (step: Step, where: Where, who: Standing): boolean => {
  const next = after(step, where, who)
  return next !== 'notYours' && next !== 'notNow'
}
export const mayDelegate = (where: Where, who: Standing): boolean => isOpen(where) && who.manager
export const mayTakeBack = (where: Where, who: Standing): boolean =>
  mayDelegate(where, who) && where.delegateId !== null
/** While nobody answers for it, the community names somebody else. */
export const mayAddress = (where: Where, who: Standing): boolean =>
  isOpen(where) && who.facilitator && where.managerId === null

export const keepsOrder = (who: Standing): boolean => who.facilitator || (who.inside && who.office)

/** The community reads it throughout, and who answers for it; a hidden one who has to do with it. */
export const mayRead = ({ hiddenAt }: Pick<Escalation, 'hiddenAt'>, who: Standing): boolean => {
  const answers = who.manager || who.delegate
  return (who.inside || answers) && (hiddenAt === null || answers || who.author || keepsOrder(who))
}

/** Whether an answer was due and is not there. */
export const isOverdue = ({ state, answer, dueOn }: Pick<Escalation, 'state' | 'answer' | 'dueOn'>, today: string) =>
  dueOn < today && (state === 'sent' || state === 'received' || (state === 'decided' && answer === 'later'))

export const today = (): string => new Date().toISOString().slice(0, 10)
