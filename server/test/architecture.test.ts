import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '#platform/project.ts'
import { ownerOf } from '../src/tables.ts'
import { testDatabase } from './database.ts'

const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  cwd: projectRoot,
  encoding: 'utf8',
})
const files = listed.split('\0').filter((file) => file && existsSync(join(projectRoot, file)))
const read = (file: string) => readFileSync(join(projectRoot, file), 'utf8')

const rooms = files.filter((file) => /^server\/src\/[^/]+\/.+\.ts$/.test(file) && !/\.test\.ts$|\/tests?\//.test(file))
const roomOf = (file: string) => file.split('/')[2]!
const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const builder = /\.(?:selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(/
const writes = [
  /\.(?:insertInto|updateTable|deleteFrom|mergeInto)\(\s*'(\w+)/g,
  /\b(?:insert into|delete from|merge into)\s+(\w+)/gi,
  /\bupdate\s+(\w+)(?:\s+(?:as\s+)?\w+)?\s+set\b/gi,
]
const written = (code: string) =>
  writes.flatMap((pattern) => [...code.matchAll(pattern)].map(([, table = '']) => snake(table)))

// What puts a whole organization back writes every table as it was.
const restores = (file: string) => /^server\/src\/exchange\/(backup|archive)\//.test(file)

test('every table has one room that writes it', async () => {
  const { pool } = await testDatabase()
  const { rows } = await pool.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  )

  expect(rows.map(({ name }) => name)).toEqual([...ownerOf.keys()].sort())
})

test('a room writes its own tables only', () => {
  const strays = rooms
    .filter((file) => !restores(file))
    .flatMap((file) =>
      written(read(file))
        .filter((table) => ownerOf.has(table) && ownerOf.get(table) !== roomOf(file))
        .map((table) => `${file} writes ${table}, which is ${ownerOf.get(table)}'s`),
    )

  expect(strays).toEqual([])
})

test('the builder of SQL is used in queries only', () => {
  const strays = rooms.filter((file) => !/(^|\/)queries(\.ts|\/)/.test(file) && builder.test(read(file)))

  expect(strays).toEqual([])
})

test('these checks see what they look for', () => {
  expect(written(`db.insertInto('meToo')`)).toEqual(['me_too'])
  expect(written('sql`update person p set name = 1`')).toEqual(['person'])
  expect(written('sql`delete from run_step where true`')).toEqual(['run_step'])
  expect(builder.test(`db.selectFrom('unit')`)).toBe(true)
})

const code = files.filter((file) => /\.(ts|tsx|css|sql|cjs)$/.test(file) && !/schema\.ts$|\.gen\.ts$/.test(file))
const lines = (file: string) => read(file).split('\n').length - 1

test('no file of code has more than 500 lines', () => {
  const long = code.filter((file) => lines(file) > 250).map((file) => `  ${lines(file)} ${file}`)
  if (long.length) process.stderr.write(`Files over 250 lines, to be split when touched:\n${long.join('\n')}\n`)

  expect(code.filter((file) => lines(file) > 500)).toEqual([])
})

test('no file names the host of a package registry, or a path of the machine it was written on', () => {
  const host = new RegExp(
    ['regis' + 'try\\.', '(npmjs|yarn' + 'pkg)\\.', 'art' + 'ifactory', 'ver' + 'daccio'].join('|'),
  )
  const machine = new RegExp(`(^|[\\s"'\`(=])/(wor${'k'}|roo${'t'}|hom${'e'}/[a-z]+)/`, 'm')
  const text = files.filter((file) => !/\.(png|jpe?g|woff2?|ico|gz|br)$/.test(file))
  const strays = text.filter((file) => host.test(read(file)) || machine.test(read(file)))

  expect(strays).toEqual([])
})

test('the lock file says what is installed and not from where', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, { resolved?: string; link?: boolean }>
  }
  const resolved = Object.entries(packages).filter(([, entry]) => entry.resolved && !entry.link)

  expect(resolved).toEqual([])
})

test('the lock file holds all that its packages need', () => {
  interface Entry {
    dependencies?: Record<string, string>
    optionalDependencies?: Record<string, string>
  }
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Entry> }
  const above = (path: string): string[] =>
    path === '' ? [''] : [path, ...above(path.split('/').slice(0, -1).join('/'))]
  const found = (path: string, name: string) =>
    above(path).some((folder) => packages[`${folder ? `${folder}/` : ''}node_modules/${name}`])
  const missing = Object.entries(packages).flatMap(([path, { dependencies = {}, optionalDependencies = {} }]) =>
    Object.keys(dependencies)
      .filter((name) => !(name in optionalDependencies) && !found(path, name))
      .map((name) => `${path} needs ${name}`),
  )

  expect(missing).toEqual([])
})
