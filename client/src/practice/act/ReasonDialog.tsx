import { useQueryClient } from '@tanstack/react-query'
import { ReasonDialog as Asking, type ReasonDialogProps } from '#ui/index.ts'
import { readAgain } from '../api.ts'

/** An act with a reason, after which what it changed is read again. */
export function ReasonDialog({ onAct, ...props }: ReasonDialogProps) {
  const client = useQueryClient()
  return <Asking {...props} onAct={(reason) => onAct(reason).then(() => readAgain(client))} />
}
