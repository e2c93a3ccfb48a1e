import type { PageLink } from '@mortar/contract/attention'
import { paths } from '#app/paths.ts'

/** Where a page of the trail is read. */
export function addressOfPage({ kind, id }: PageLink): string {
  return {
    inquiry: paths.inquiry,
    practice: paths.practice,
    community: paths.community,
    unit: paths.unit,
    person: paths.person,
    source: paths.source,
    recognition: paths.recognition,
    survey: paths.survey,
    needs_assessment: paths.assessment,
    pair: () => paths.pairs(),
    escalation: paths.escalation,
    imperative: paths.imperative,
    signal: paths.signal,
    feed: () => paths.feeds(),
    story: paths.story,
    value_report: paths.valueReport,
    pulse: paths.answerPulse,
  }[kind](id)
}
