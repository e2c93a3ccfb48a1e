import type { Somebody } from '../../server/test/world.ts'
import type { Product } from './product.ts'

/** Somebody at work, and one example for each parameter that an address may have. */
export async function examplesIn(product: Product): Promise<{ maria: Somebody; examples: Record<string, string> }> {
  const unit = await product.unit('Department C')
  const maria = await product.person('Maria Lindqvist', { unit, office: true, manages: unit })
  return { maria, examples: { unit, person: maria.id } }
}
