import type { Model } from '../model.ts'
import { march } from './march/march.ts'

export { march }

/** Every model here, in the order in which a page shows them. */
export const models: readonly Model[] = [march]

/** Throws a RangeError that lists the models there are. */
export function modelNamed(name: string): Model {
  const found = models.find((model) => model.name === name)
  if (found) return found
  throw new RangeError(`There is no model ${name}; there are ${models.map((model) => model.name).join(', ')}.`)
}
