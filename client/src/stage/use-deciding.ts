import { useMutation, useQueryClient } from '@tanstack/react-query'
import { refresh } from '#app/api.ts'

/** A decision on stage or form; all pages that show them are read again. */
export function useDeciding(decide: () => Promise<unknown>, onDone: () => void) {
  const client = useQueryClient()
  const deciding = useMutation({
    mutationFn: decide,
    onSuccess: async () => {
      await refresh(
        client,
        'GET /communities/{community}/stage',
        'GET /communities/{community}',
        'GET /communities/{community}/home',
        'GET /communities/{community}/care',
        'GET /communities',
      )
      onDone()
    },
  })
  return { decide: () => deciding.mutate(), pending: deciding.isPending, error: deciding.error ?? undefined }
}
