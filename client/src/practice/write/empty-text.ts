import type { PracticeText } from '@mortar/contract/practice'

export const emptyText: PracticeText = {
  title: '',
  problem: '',
  worksWhen: '',
  worksNot: '',
  how: '',
  steps: [],
  sources: '',
}
