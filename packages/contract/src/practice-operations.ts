import { practiceOrderOperations } from './practice-order-operations.ts'
import { practicePageOperations } from './practice-page-operations.ts'
import { practiceTextOperations } from './practice-text-operations.ts'
import { practiceUseOperations } from './practice-use-operations.ts'

export const practiceOperations = {
  ...practicePageOperations,
  ...practiceTextOperations,
  ...practiceUseOperations,
  ...practiceOrderOperations,
}
