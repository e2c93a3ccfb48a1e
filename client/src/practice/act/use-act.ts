import { useQueryClient } from '@tanstack/react-query'
import { useAct as useOneAct } from '#ui/index.ts'
import { readAgain } from '../api.ts'

/** One act on practices, after which all that shows them is read again. */
export function useAct<T>(act: () => Promise<T>, onDone: (result: T) => void) {
  const client = useQueryClient()
  return useOneAct(async () => {
    const result = await act()
    await readAgain(client)
    return result
  }, onDone)
}
