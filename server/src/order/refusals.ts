import { refusals } from '#platform/refusal.ts'
import type en from './words/en.json'

export const refuse = refusals<keyof typeof en>('order')
