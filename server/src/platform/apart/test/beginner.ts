import { startApart } from '../start.ts'

// A process that begins work without end, and tells whose number it has.
startApart<number>(new URL('./example.ts', import.meta.url), { does: 'wait' }, { hear: (pid) => process.send!(pid) })
