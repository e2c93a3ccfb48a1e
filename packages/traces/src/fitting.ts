import type { Form } from './trace.ts'

const fitting: Record<string, readonly (Form | 'table')[]> = {
  messages: ['mail', 'slack', 'mattermost', 'table'],
  meetings: ['calendar', 'table'],
  artefacts: ['git'],
}

/** Forms that tell what people were told of a source of this kind; a table tells anything but who worked on what. */
export const formsOf = (kind: string): readonly (Form | 'table')[] => fitting[kind] ?? []
