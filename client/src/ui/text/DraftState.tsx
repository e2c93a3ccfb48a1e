import { useTranslation } from 'react-i18next'
import type { Keeping } from './use-keeping.ts'

export function DraftState({ state }: { state: Keeping }) {
  const { t } = useTranslation('ui')
  return state === 'none' ? null : t(`editor.${state}`)
}
