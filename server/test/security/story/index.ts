import { accounts } from './accounts.ts'
import { communities, maturity } from './communities.ts'
import { erasures } from './erasures.ts'
import { found } from './found.ts'
import { inquiries } from './inquiries.ts'
import { lab } from './lab.ts'
import { learning } from './learning.ts'
import { type Called, people } from './people.ts'
import { plans } from './plans.ts'
import { practices } from './practices.ts'
import { pulses } from './pulse.ts'
import { rest } from './rest.ts'
import { sensing } from './sensing.ts'
import { surveys } from './surveys.ts'
import { telling } from './telling.ts'
import { traces } from './traces.ts'
import { value } from './value.ts'

/** A prepared organization of mixed rights, made through the API alone. Every operation succeeds in it at least once. */
export async function story(word: (name: string) => string = (name) => name, called?: Called) {
  const world = await telling()
  const who = await people(world, called)
  const where = await communities(world, who, word)
  const asked = await inquiries(world, who, where, word)
  const known = await practices(world, who, where, asked, word)
  const account = await accounts(world, who, word)
  const sensed = await sensing(world, who, where, { inquiry: asked.open, practice: known.routine }, word)
  const pulse = await pulses(world, who, where)
  const learned = await learning(world, who, where, known.routine, word)
  await maturity(world, who)
  const planned = await plans(world, who)
  const valued = await value(world, who, where, known.routine, word)
  await rest(world, who, where, asked)
  const sources = await traces(world, who)
  const seen = await found(world, who)
  const tried = await lab(world, who)
  const survey = await surveys(world, who)
  const erased = await erasures(world, who)
  await world.server.catchUp()
  return {
    ...world,
    who,
    where,
    asked,
    known,
    account,
    sensed,
    pulse,
    learned,
    planned,
    valued,
    sources,
    seen,
    tried,
    survey,
    erased,
  }
}
export type Story = Awaited<ReturnType<typeof story>>
