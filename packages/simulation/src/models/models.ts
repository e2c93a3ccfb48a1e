import type { Model } from '../model.ts'
import { communities } from './communities/communities.ts'
import { diffusion } from './diffusion/diffusion.ts'
import { fang } from './fang/fang.ts'
import { lazerFriedman } from './lazer-friedman/lazer-friedman.ts'
import { march } from './march/march.ts'
import { miller } from './miller/miller.ts'
import { yourOrganization } from './your-organization/your-organization.ts'

export { communities, diffusion, fang, lazerFriedman, march, miller, yourOrganization }

/** Every model here, in the order in which a page shows them. */
export const models: readonly Model[] = [march, miller, lazerFriedman, fang, communities, diffusion, yourOrganization]

/** Throws a RangeError that lists the models there are. */
export function modelNamed(name: string): Model {
  const found = models.find((model) => model.name === name)
  if (found) return found
  throw new RangeError(`There is no model ${name}; there are ${models.map((model) => model.name).join(', ')}.`)
}
