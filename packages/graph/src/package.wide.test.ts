import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'graph-package-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const root = join(import.meta.dirname, '../../..')
const env = { ...process.env, PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env['PATH']}` }
const run = (command: string, args: string[], cwd: string) =>
  execFileSync(command, args, { cwd, env, encoding: 'utf8' })

const program = `
import { discover, graphFrom, leiden, modularity } from '@mortar/graph'
const clique = (people) => people.flatMap((one, at) => people.slice(at + 1).map((other) => [one, other]))
const graph = graphFrom([...clique(['a', 'b', 'c', 'd', 'e']), ...clique(['v', 'w', 'x', 'y', 'z']), ['e', 'v']])
const { communities } = await discover(graph)
console.log(JSON.stringify({ labels: [...leiden(graph)], quality: modularity(graph, leiden(graph)), found: communities.offsets.length - 1 }))
`

const typed = `
import { type Graph, graphFrom, tieCount } from '@mortar/graph'
const graph: Graph = graphFrom([['a', 'b', 2]])
export const ties: number = tieCount(graph)
`

test('the packed package installs into an empty folder, runs there and has types', { timeout: 120_000 }, () => {
  const copy = join(folder, 'packages/graph')
  mkdirSync(copy, { recursive: true })
  cpSync(join(root, 'tsconfig.base.json'), join(folder, 'tsconfig.base.json'))
  cpSync(join(root, 'packages/graph'), copy, { recursive: true, filter: (path) => !/node_modules|dist$/.test(path) })
  const manifest = readFileSync(join(copy, 'package.json'), 'utf8')
  run('npm', ['pack', '--silent', '--pack-destination', folder], copy)
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))!
  const empty = join(folder, 'empty')
  mkdirSync(empty)
  writeFileSync(join(empty, 'package.json'), '{ "type": "module" }')
  run('npm', ['install', '--silent', '--offline', '--no-audit', '--no-fund', join(folder, tarball)], empty)
  writeFileSync(join(empty, 'run.mjs'), program)
  writeFileSync(join(empty, 'typed.ts'), typed)

  expect(readFileSync(join(copy, 'package.json'), 'utf8')).toBe(manifest)
  expect(JSON.parse(run('node', ['run.mjs'], empty))).toMatchObject({ labels: [0, 0, 0, 0, 0, 1, 1, 1, 1, 1] })
  expect(() =>
    run('tsc', ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2024', 'typed.ts'], empty),
  ).not.toThrow()
  expect(readdirSync(join(empty, 'node_modules/@mortar/graph')).toSorted()).toEqual([
    'README.md',
    'dist',
    'package.json',
  ])
})
