import type search from '#search/words/en.json'
import type desk from '#desk/words/en.json'
import type attention from '#attention/words/en.json'
import type account from '#account/words/en.json'
import type constellation from '#constellation/words/en.json'
import type erasure from '#erasure/words/en.json'
import type found from '#found/words/en.json'
import type care from '#care/words/en.json'
import type community from '#community/words/en.json'
import type inquiry from '#inquiry/words/en.json'
import type lab from '#lab/words/en.json'
import type learning from '#learning/words/en.json'
import type maturity from '#maturity/words/en.json'
import type measurement from '#measurement/words/en.json'
import type network from '#network/words/en.json'
import type order from '#order/words/en.json'
import type organization from '#organization/words/en.json'
import type sensing from '#sensing/words/en.json'
import type sheet from '#sheet/words/en.json'
import type stage from '#stage/words/en.json'
import type survey from '#survey/words/en.json'
import type practice from '#practice/words/en.json'
import type reorganization from '#reorganization/words/en.json'
import type ui from '#ui/words/en.json'
import type app from './words/en.json'

/** One catalogue per capability. A new capability adds its line here and its words in `<capability>/words/`. */
export interface Catalogues {
  search: typeof search
  desk: typeof desk
  attention: typeof attention
  account: typeof account
  app: typeof app
  care: typeof care
  community: typeof community
  constellation: typeof constellation
  erasure: typeof erasure
  found: typeof found
  inquiry: typeof inquiry
  lab: typeof lab
  learning: typeof learning
  maturity: typeof maturity
  measurement: typeof measurement
  network: typeof network
  order: typeof order
  organization: typeof organization
  practice: typeof practice
  reorganization: typeof reorganization
  sensing: typeof sensing
  sheet: typeof sheet
  stage: typeof stage
  survey: typeof survey
  ui: typeof ui
}

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app'
    resources: Catalogues
  }
}
