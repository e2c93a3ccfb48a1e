import { useWords } from '#app/words.ts'

const known = [
  'mail',
  'chat',
  'meeting',
  'calendar',
  'file',
  'files',
  'call',
  'answer',
  'thanks',
  'asked',
  'practice',
  'work',
  'survey',
  'mortar',
] as const

/** A channel in words of ours where it is one that we know; files may name others, which stay as they are written. */
export function useChannel(): (channel: string) => string {
  const t = useWords('network')
  return (channel) => {
    const word = known.find((one) => one === channel.toLowerCase())
    return word ? t(`channel.${word}`) : channel
  }
}
