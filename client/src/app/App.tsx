import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { ToastRegion } from '#ui/index.ts'
import { ApiRefusal } from './api.ts'
import type { openRouter } from './router.tsx'
import { cssVariables, schemes, styleNonce, theme } from './theme.ts'

type Router = Awaited<ReturnType<typeof openRouter>>

export const openClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        // A refusal is an answer; only a lost connection is worth asking again.
        retry: (failures, error) => failures < 2 && !(error instanceof ApiRefusal && error.status > 0),
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })

export function App({ client, router }: { client: QueryClient; router: Router }) {
  return (
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        colorSchemeManager={schemes}
        defaultColorScheme="auto"
        getStyleNonce={styleNonce}
      >
        <QueryClientProvider client={client}>
          <RouterProvider router={router} />
          <ToastRegion />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>
  )
}
