/** Fills a data folder: node bench/fill/fill.ts FOLDER [--scale 1] [--seed 1] */
import { parseArgs } from 'node:util'
import { openEmbedded } from '../../server/src/platform/postgres/embedded.ts'
import { fill } from './index.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { scale: { type: 'string', default: '1' }, seed: { type: 'string', default: '1' } },
})
const [folder] = positionals
if (!folder) throw new Error('Name a folder to fill, such as: node bench/fill/fill.ts ./bench-data --scale 0.01')

const began = performance.now()
const postgres = await openEmbedded(folder, 'command', false)
try {
  await fill(postgres.config, Number(values.scale), Number(values.seed), (step) =>
    console.error(`${((performance.now() - began) / 1000).toFixed(1)} s  ${step}`),
  )
} finally {
  await postgres.stop()
}
