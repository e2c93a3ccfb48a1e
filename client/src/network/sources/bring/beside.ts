import type { Chosen, Made, Tell } from '@mortar/traces'
import type { formsOf } from '@mortar/traces/fitting'
import type { Told } from './worker.ts'

/** Takes heads out beside the page, so that it stays quick however large the files are. */
export function headsBeside(
  chosen: Chosen[],
  fitting: ReturnType<typeof formsOf>,
  { tell, signal }: { tell: Tell; signal: AbortSignal },
): Promise<Made[]> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  return new Promise<Made[]>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason))
    worker.addEventListener('error', ({ message }) => reject(new Error(message)))
    worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
      if ('made' in data) resolve(data.made)
      else if ('failed' in data) reject(new Error(data.failed))
      else tell(data.name, data.read, data.size)
    })
    worker.postMessage({ chosen, fitting })
  }).finally(() => worker.terminate())
}
