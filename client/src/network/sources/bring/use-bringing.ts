import type { Chosen, Made } from '@mortar/traces'
import { formsOf } from '@mortar/traces/fitting'
import { useRef, useState } from 'react'
import { type Answer, ApiRefusal } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { toast } from '#ui/index.ts'
import { sendTraces } from './send.ts'

export interface Step {
  act: 'heads' | 'sending'
  name: string
  done: number
  size: number
}
type Refusal = Extract<Made, { refused: string }>
export type AskedTable = Extract<Made, { asks: object }>

/**
 * Brings files in: what is to be sent is made of them here, then it is sent, and what cannot be read is told. It goes on
 * when somebody looks at another page meanwhile.
 */
export function useBringing({ id, kind }: Pick<Answer<'GET /sources/{source}'>, 'id' | 'kind'>, after: () => unknown) {
  const t = useWords('network')
  const [step, setStep] = useState<Step>()
  const [refused, setRefused] = useState<Refusal[]>([])
  const [tables, setTables] = useState<AskedTable[]>([])
  const stopping = useRef<AbortController>(undefined)
  const bring = async (chosen: Chosen[]) => {
    const stops = (stopping.current = new AbortController())
    setRefused([])
    setTables([])
    setStep({ act: 'heads', name: chosen[0]!.name, done: 0, size: 1 })
    try {
      const { headsBeside } = await import('./beside.ts')
      const tell = (name: string, done: number, size: number) => setStep({ act: 'heads', name, done, size })
      const made = await headsBeside(chosen, formsOf(kind), { tell, signal: stops.signal })
      setRefused(made.filter((one) => 'refused' in one))
      setTables(made.filter((one) => 'asks' in one))
      for (const one of made) if ('send' in one) await send(one.name, one.send, stops.signal)
    } catch (error) {
      if (!stops.signal.aborted) toast(error instanceof ApiRefusal ? error.message : t('bring.failed'))
    } finally {
      setStep(undefined)
      await after()
    }
  }
  const send = async (name: string, blob: Blob, signal: AbortSignal) => {
    const tell = (done: number) => setStep({ act: 'sending', name, done, size: blob.size })
    tell(0)
    await sendTraces(id, new File([blob], name), { tell, signal })
  }
  return { step, refused, tables, forget: () => setTables([]), bring, stop: () => stopping.current?.abort() }
}
