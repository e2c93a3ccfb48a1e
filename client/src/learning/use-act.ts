import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { refresh } from '#app/api.ts'
import { useAct as useOneAct } from '#ui/index.ts'

/** After any act of this capability: all that shows it is read again. */
export const readAgain = (client: QueryClient) =>
  refresh(
    client,
    'GET /learning',
    'GET /learning/suggestions',
    'GET /learning/items',
    'GET /learning/items/{item}',
    'GET /learning/imports',
    'GET /learning/topics',
    'GET /learning/lead',
    'GET /learning/pairs',
    'GET /learning/rounds',
    'GET /learning/rounds/preview',
    'GET /learning/needs-assessments',
    'GET /learning/needs-assessments/{assessment}',
    'GET /learning/needs-assessments/{assessment}/answer',
    'GET /learning/needs-assessments/{assessment}/result',
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
