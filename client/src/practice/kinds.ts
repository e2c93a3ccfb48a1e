export const kinds = ['method', 'routine', 'tool', 'document', 'story', 'case'] as const
export const states = ['current', 'proposed', 'draft', 'retired'] as const
