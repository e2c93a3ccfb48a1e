import { useMutation } from '@tanstack/react-query'

/** One act: while it runs, why it was refused, and what comes after. */
export function useAct<T>(act: () => Promise<T>, onDone: (result: T) => void = () => undefined) {
  const acting = useMutation({ mutationFn: act, onSuccess: onDone })
  return { act: () => acting.mutate(), pending: acting.isPending, error: acting.error ?? undefined }
}
