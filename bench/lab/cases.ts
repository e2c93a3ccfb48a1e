import type { Case } from '../discovery/line.ts'
import { marchCases } from './march-cases.ts'
import { networkCases } from './network-cases.ts'

export const cases: readonly Case[] = [...marchCases, ...networkCases]
