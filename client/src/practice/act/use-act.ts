import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiRefusal } from '#app/api.ts'
import { readAgain } from '../api.ts'

/** One act of a dialog: while it runs, when it is refused, and what comes after. */
export function useAct<T>(act: () => Promise<T>, onDone: (result: T) => void) {
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
    error: acting.error instanceof ApiRefusal ? acting.error : undefined,
  }
}
