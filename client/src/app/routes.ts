import { searchRoutes } from '#search/routes.ts'
import { attentionRoutes } from '#attention/routes.ts'
import { deskRoutes } from '#desk/routes.ts'
import { accountRoutes } from '#account/routes.ts'
import { constellationRoutes } from '#constellation/routes.ts'
import { foundRoutes } from '#found/routes.ts'
import { reorganizationRoutes } from '#reorganization/routes.ts'
import { careRoutes } from '#care/routes.ts'
import { communityRoutes } from '#community/routes.ts'
import { maturityRoutes } from '#maturity/routes.ts'
import { measurementRoutes } from '#measurement/routes.ts'
import { inquiryRoutes } from '#inquiry/routes.ts'
import { labRoutes } from '#lab/routes.ts'
import { erasureRoutes } from '#erasure/routes.ts'
import { networkRoutes } from '#network/routes.ts'
import { organizationRoutes } from '#organization/routes.ts'
import { learningRoutes } from '#learning/routes.ts'
import { practiceRoutes } from '#practice/routes.ts'
import { sensingRoutes } from '#sensing/routes.ts'
import { sheetRoutes } from '#sheet/routes.ts'
import { stageRoutes } from '#stage/routes.ts'
import { surveyRoutes } from '#survey/routes.ts'
import type { PageRoute } from './page-route.ts'

/** Every page, in the order of the rail. A capability exports its own list; tests walk this one. */
export const routes: readonly PageRoute[] = [
  ...searchRoutes,
  ...attentionRoutes,
  ...deskRoutes,
  ...accountRoutes,
  ...communityRoutes,
  ...inquiryRoutes,
  ...organizationRoutes,
  ...practiceRoutes,
  ...constellationRoutes,
  ...foundRoutes,
  ...reorganizationRoutes,
  ...labRoutes,
  ...erasureRoutes,
  ...networkRoutes,
  ...surveyRoutes,
  ...measurementRoutes,
  ...learningRoutes,
  ...stageRoutes,
  ...maturityRoutes,
  ...sheetRoutes,
  ...sensingRoutes,
  ...careRoutes,
]
