/**
 * How a capability gets its pages:
 * 1. `client/src/<capability>/words/{en,fi}.json`, named once in `app/catalogues.ts`;
 * 2. `client/src/<capability>/routes.ts`:
 *      export const inquiryRoutes = [
 *        page('/inquiries/$inquiry', {
 *          words: ['inquiry'],
 *          page: () => import('./InquiryPage.tsx').then((module) => module.InquiryPage),
 *          ahead: (client, { inquiry }) => client.ensureQueryData(query('GET /inquiries/{inquiry}', { params: { inquiry } })),
 *        }),
 *      ]
 *    spread into `app/routes.ts`; its address goes into `app/paths.ts`;
 * 3. the page: `export function InquiryPage({ params }: { params: { inquiry: string } })`, which reads with
 *    `useSuspenseQuery(query('GET /inquiries/{inquiry}', { params }))`, speaks with `useWords('inquiry')`, writes with
 *    `api('PUT /…', { params, body })` in a `useMutation`, and is made of the parts listed in `ui/index.ts`, `Page` first.
 * While it waits it shows a skeleton, when it fails the sentence of the refusal: neither is the page's concern.
 */
import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type SearchSchemaInput,
} from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { PageSkeleton } from '#ui/index.ts'
import type { PageRoute } from './page-route.ts'
import { meQuery } from './me.ts'
import { routes } from './routes.ts'
import { ErrorPage } from './shell/ErrorPage.tsx'
import { NotFoundPage } from './shell/NotFoundPage.tsx'
import { OpenShell } from './shell/OpenShell.tsx'
import { Shell } from './shell/Shell.tsx'
import { loadWords } from './words.ts'

export interface Context {
  client: QueryClient
}
type AnyPage = (props: { params: Record<string, string> }) => ReactNode

const root = createRootRouteWithContext<Context>()({
  validateSearch: (search: Record<string, string> & SearchSchemaInput) => search,
})
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: Shell,
  loader: ({ context }) => void context.client.prefetchQuery(meQuery),
})
const outside = createRoute({ getParentRoute: () => root, id: 'outside', component: OpenShell })

const anythingElse = createRoute({ getParentRoute: () => inside, path: '$', component: NotFoundPage })

const under = (parent: typeof inside | typeof outside) => (route: PageRoute) => {
  const Page = lazyRouteComponent(async () => ({ page: (await route.page()) as AnyPage }), 'page')
  const made = createRoute({
    getParentRoute: () => parent as typeof inside,
    path: route.path,
    loader: async ({ context, params }) => {
      // What fails here fails again where the page reads it, and is told there.
      void route.ahead?.(context.client, params as never).catch(() => undefined)
      await Promise.all([loadWords(route.words), Page.preload?.()])
    },
    component: function PageOfRoute() {
      return <Page params={made.useParams() as Record<string, string>} />
    },
  })
  return made
}

async function developing(): Promise<PageRoute[]> {
  return import.meta.env.DEV ? (await import('./shown/routes.ts')).shownRoutes : []
}

export async function openRouter(client: QueryClient) {
  const all = [...routes, ...(await developing())]
  return createRouter({
    routeTree: root.addChildren([
      inside.addChildren([...all.filter((route) => !route.open).map(under(inside)), anythingElse]),
      outside.addChildren(all.filter((route) => route.open).map(under(outside))),
    ]),
    context: { client },
    // The address holds plain words, not JSON, so that people can read and change it.
    parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
    stringifySearch: (search) => {
      const given = Object.entries(search).filter(([, value]) => value !== undefined && value !== '')
      const text = new URLSearchParams(given as [string, string][]).toString()
      return text && `?${text}`
    },
    defaultPreload: 'intent',
    // A pointer that lists pass under while somebody scrolls means nothing.
    defaultPreloadDelay: 150,
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 150,
    defaultPendingMinMs: 0,
    defaultPendingComponent: PageSkeleton,
    defaultErrorComponent: ErrorPage,
    defaultNotFoundComponent: NotFoundPage,
    scrollRestoration: true,
  })
}
