/** Whether a model was published, was published and is retold by rules of ours, or is ours. */
export const originOf: Readonly<Record<string, 'published' | 'retold' | 'ours'>> = {
  march: 'published',
  miller: 'retold',
  'lazer-friedman': 'published',
  fang: 'retold',
  communities: 'ours',
  diffusion: 'retold',
  'your-organization': 'ours',
}
