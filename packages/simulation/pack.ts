// Before packing: emits JavaScript and types, and points the manifest at them, because Node strips no types inside
// node_modules. After packing (--restore): the manifest is as it was.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const at = (name: string) => join(import.meta.dirname, name)
const kept = at('package.source.json')

if (process.argv.includes('--restore')) {
  if (existsSync(kept)) renameSync(kept, at('package.json'))
} else {
  rmSync(at('dist'), { recursive: true, force: true })
  execFileSync('tsc', ['-p', at('tsconfig.build.json')], { stdio: 'inherit' })
  const source = readFileSync(existsSync(kept) ? kept : at('package.json'), 'utf8')
  writeFileSync(kept, source)
  const { publishConfig, scripts: _, ...manifest } = JSON.parse(source) as Record<string, unknown>
  writeFileSync(at('package.json'), `${JSON.stringify({ ...manifest, ...(publishConfig as object) }, null, 2)}\n`)
}
