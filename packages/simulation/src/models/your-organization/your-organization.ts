import { defineModel } from '../../model.ts'
import { organizationMeasures } from './measures.ts'
import { YourOrganizationSettings } from './settings.ts'
import { type OrganizationState, startOrganization } from './state.ts'
import { stepOrganization } from './step.ts'

/**
 * What if, on an organization's own units, reporting lines, communities and ties: a thinking aid, not a forecast. Tell
 * its outcomes as differences to the present (`comparedToPresent`), never about persons.
 *
 * Source: ours, on the rules of DY-R1 and of the model `diffusion`.
 */
export const yourOrganization = defineModel<YourOrganizationSettings, OrganizationState>({
  name: 'your-organization',
  version: 1,
  source: 'ours, on the rules of the reconstruction DY-R1 and of the model diffusion; a thinking aid, not a forecast',
  settings: YourOrganizationSettings,
  measures: organizationMeasures,
  start: startOrganization,
  step: stepOrganization,
  isOver: ({ period, settings }) => period >= settings.periods,
})
