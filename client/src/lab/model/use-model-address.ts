import type { Model } from '@mortar/simulation'
import { useMemo, useRef } from 'react'
import { useAddress } from '#ui/index.ts'
import { askedIn } from '../plan/address.ts'

const SAME_MOVE = 1500

/** What the address of a model's page asks for, and how to change it. One move of a slider is one step back. */
export function useModelAddress(model: Model) {
  const [search, go] = useAddress()
  const last = useRef({ name: '', at: 0 })
  const text = JSON.stringify(search)
  const asked = useMemo(() => askedIn(model, search), [model, text])
  const change = (name: string, value: string | undefined) => {
    const now = Date.now()
    const replace = last.current.name === name && now - last.current.at < SAME_MOVE
    last.current = { name, at: now }
    go({ [name]: value }, { replace })
  }
  return { search, asked, change, go }
}
