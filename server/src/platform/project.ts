import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The folder of the whole project. */
export const projectRoot = fileURLToPath(new URL('../../../', import.meta.url)).replace(/\/$/, '')

export const { version } = JSON.parse(readFileSync(`${projectRoot}/server/package.json`, 'utf8')) as { version: string }
