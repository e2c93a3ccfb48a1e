import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { refresh } from '#app/api.ts'
import { useAct as useOneAct } from '#ui/index.ts'

/** After any act of this capability: all that shows signals, escalations or imperatives is read again. */
export const readAgain = (client: QueryClient) =>
  refresh(
    client,
    'GET /signals',
    'GET /signals/{signal}',
    'GET /feeds',
    'GET /escalations',
    'GET /escalations/{escalation}',
    'GET /imperatives',
    'GET /imperatives/{imperative}',
    'GET /communities/{community}/imperatives',
    'GET /practices/{practice}/imperatives',
    'GET /manage',
    'GET /home',
  )

/** One act of this room, after which all that shows its things is read again. */
export function useAct<T>(act: () => Promise<T>, onDone: (result: T) => void = () => undefined) {
  const client = useQueryClient()
  return useOneAct(async () => {
    const result = await act()
    await readAgain(client)
    return result
  }, onDone)
}
