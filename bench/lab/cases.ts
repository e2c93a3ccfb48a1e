import type { Case } from '../discovery/line.ts'
import { communitiesCases } from './communities-cases.ts'
import { marchCases } from './march-cases.ts'
import { networkCases } from './network-cases.ts'
import { organizationCases } from './organization-cases.ts'

export const cases: readonly Case[] = [...marchCases, ...networkCases, ...communitiesCases, ...organizationCases]
