import { workApart } from '#platform/apart/work.ts'
import { readFeed } from './read.ts'

/** A document made to be slow to read must not keep anybody waiting but itself. */
await workApart<{ text: string; base: string }, ReturnType<typeof readFeed>>(({ text, base }, tell) =>
  tell(readFeed(text, base)),
)
