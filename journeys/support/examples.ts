import type { Somebody } from '../../server/test/world.ts'
import type { Product } from './product.ts'

/** Somebody at work, and one example for each parameter that an address may have. */
export async function examplesIn(product: Product): Promise<{ maria: Somebody; examples: Record<string, string> }> {
  const unit = await product.unit('Department C')
  const maria = await product.person('Maria Lindqvist', { unit, office: true, manages: unit })
  const as = product.as(maria)
  const begun = await as('POST /organization/beginning', {
    body: { choice: 'empty', name: 'Rehabilitation unit', language: 'en', timeZone: 'Europe/Helsinki' },
  })
  if (begun.status !== 204) throw new Error(`The organization did not begin: ${begun.status}`)
  const community = await as('POST /communities', {
    body: {
      name: 'Physiotherapists',
      short: 'PHY',
      colour: 1,
      visibility: 'open',
      domain: 'Movement after illness and injury, at home and on the ward',
    },
  })
  const inquiry = await as('POST /inquiries', {
    body: {
      title: 'Who calls before the first home visit?',
      body: 'Nobody had called, and the door was **locked**.',
      communities: [community.body.id],
    },
  })
  const practice = await as('POST /practices', {
    body: {
      community: community.body.id,
      kind: 'method',
      title: 'First contact call',
      problem: 'People are not at home, or not prepared.',
      how: 'Call two days before the visit.',
    },
  })
  return {
    maria,
    examples: {
      unit,
      person: maria.id,
      community: made(community).slug,
      inquiry: made(inquiry).id,
      practice: made(practice).id,
      token: 'a-link-that-was-never-made',
    },
  }
}

/** An example that could not be made says why at once. */
function made<Body>({ status, body }: { status: number; body: Body }): Body {
  if (status !== 201) throw new Error(`An example was refused: ${status} ${JSON.stringify(body)}`)
  return body
}
