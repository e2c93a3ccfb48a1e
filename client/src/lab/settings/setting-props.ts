import type { Field, Model } from '@mortar/simulation'

export interface SettingProps {
  model: Model
  field: Field
  /** As the address says it; nothing where it is as published. */
  text: string | undefined
  wrong: string | undefined
  onChange: (text: string | undefined) => void
}
