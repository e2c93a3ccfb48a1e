import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { refresh } from '#app/api.ts'

/** After any act of this capability: all that shows it is read again. */
export const readAgain = (client: QueryClient) =>
  refresh(client, 'GET /learning', 'GET /learning/suggestions', 'GET /learning/items', 'GET /learning/items/{item}')

/** One act: while it runs, when it is refused, and what comes after. */
export function useAct<T>(act: () => Promise<T>, onDone: (result: T) => void = () => undefined) {
  const client = useQueryClient()
  const acting = useMutation({
    mutationFn: act,
    onSuccess: async (result) => {
      await readAgain(client)
      onDone(result)
    },
  })
  return {
    act: () => acting.mutate(),
    pending: acting.isPending,
    error: acting.error ?? undefined,
  }
}
