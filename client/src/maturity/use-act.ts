import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { refresh } from '#app/api.ts'
import { toast } from '#ui/index.ts'

/** One act at a time; what is shown is read again, also when it was refused. */
export function useAct() {
  const client = useQueryClient()
  const [pending, setPending] = useState(false)
  const act = async (doing: () => Promise<unknown>, done?: string): Promise<boolean> => {
    setPending(true)
    try {
      await doing()
      if (done) toast(done)
      return true
    } catch (error) {
      toast((error as Error).message)
      return false
    } finally {
      setPending(false)
      await refresh(client, 'GET /communities/{community}/maturity', 'GET /maturity')
    }
  }
  return { act, pending }
}
