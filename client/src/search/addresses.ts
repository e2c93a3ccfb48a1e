import type { Found } from '@mortar/contract/search'
import { paths } from '#app/paths.ts'

/** Where something found is read. */
export function addressOf({ kind, id, page, communities }: Found): string {
  switch (kind) {
    case 'practice':
      return paths.practice(id)
    case 'inquiry':
      return paths.inquiry(id)
    case 'contribution':
      return paths.contribution(page, id)
    case 'person':
      return paths.person(id)
    case 'unit':
      return paths.unit(id)
    case 'imperative':
      return paths.imperative(id)
    case 'escalation':
      return paths.escalation(id)
    case 'signal':
      return paths.signal(id)
    case 'story':
      return paths.story(id)
    case 'community':
      return paths.community(communities[0]?.slug ?? id)
  }
}
