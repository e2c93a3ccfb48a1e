import { accountRoutes } from '#account/routes.ts'
import { communityRoutes } from '#community/routes.ts'
import { inquiryRoutes } from '#inquiry/routes.ts'
import type { PageRoute } from './page-route.ts'

/** Every page, in the order of the rail. A capability exports its own list; tests walk this one. */
export const routes: readonly PageRoute[] = [...accountRoutes, ...communityRoutes, ...inquiryRoutes]
