import type { Why } from '@mortar/contract/attention'

/** Verbs that those who follow everything of a thread or a community hear of; all others are steps on the way. */
export const newsworthy = [
  'inquiry.asked',
  'inquiry.answered',
  'inquiry.experience_told',
  'inquiry.asked_back',
  'inquiry.challenged',
  'inquiry.replied',
  'inquiry.resolved',
  'inquiry.reopened',
  'inquiry.moved',
  'inquiry.merged',
  'practice.taken',
  'practice.applied',
  'practice.validated',
  'practice.revised',
  'practice.retired',
  'practice.restored',
  'practice.unit_adopted',
  'practice.unit_trying',
  'practice.unit_declined',
  'practice.unit_dropped',
  'escalation.sent',
  'escalation.received',
  'escalation.decided_yes',
  'escalation.decided_no',
  'escalation.decided_later',
  'escalation.finished',
  'escalation.handed_on',
  'community.charter_written',
  'community.stage_set',
  'community.closed',
]

export const isNews = (verb: string) => newsworthy.includes(verb)

const byVerb: Record<string, Why> = {
  'inquiry.asked': 'mentioned',
  'inquiry.edited': 'mentioned',
  'inquiry.contribution_edited': 'mentioned',
  'inquiry.person_asked': 'asked_by_name',
  'inquiry.helped': 'helped',
  'inquiry.thanked': 'thanked',
  'inquiry.reported': 'your_community',
  'practice.reported': 'your_community',
  'practice.proposed_to_unit': 'your_unit',
  'community.invited': 'invited',
  'community.join_asked': 'your_community',
  'community.roles_set': 'your_community',
  'community.greeted': 'your_community',
  'community.request_accepted': 'your_community',
  'community.request_refused': 'your_community',
  'person.erasure_asked': 'to_decide',
  'person.erasure_taken_back': 'to_decide',
  'network.source_announced': 'about_you',
  'network.recognition_asked': 'asked_in_private',
  'escalation.sent': 'put_to_you',
  'escalation.sent_again': 'put_to_you',
  'escalation.addressed': 'put_to_you',
  'feed.ended_gone': 'your_community',
  'feed.ended_failing': 'your_community',
  'network.survey_opened': 'asked_in_survey',
  'network.survey_reminded': 'asked_in_survey',
  'learning.assessment_opened': 'asked_in_assessment',
  'learning.need_shared': 'shared_with_you',
  'learning.pair_proposed': 'your_pair',
  'learning.pair_agreed': 'your_pair',
  'learning.pair_wrote': 'your_pair',
  'learning.pair_off': 'your_pair',
  'learning.pair_ended': 'your_pair',
}

/** Why somebody is told of what was addressed to them. */
export function whyAddressed(verb: string, isAsker: boolean, isSubject = false): Why {
  if (verb.startsWith('person.erasure') && isSubject) return 'about_you'
  if (byVerb[verb]) return byVerb[verb]
  if (verb.startsWith('escalation.')) return 'your_escalation'
  if (verb.startsWith('imperative.')) return 'your_aim'
  if (verb.startsWith('practice.')) return 'your_practice'
  if (verb.startsWith('inquiry.') && isAsker) return 'you_asked'
  return 'addressed'
}
