import { refusals } from './refusal.ts'
import type en from './words/en.json'

export const refuse = refusals<keyof typeof en>('platform')
