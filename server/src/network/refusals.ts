import type { Unreadably } from '@mortar/traces'
import { refusals } from '#platform/refusal.ts'
import type en from './words/en.json'

export const refuse = refusals<keyof typeof en | `unreadable.${Unreadably & keyof (typeof en)['unreadable']}`>(
  'network',
)
