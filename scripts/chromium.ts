import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge',
  'brave-browser',
]
const macs = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

export const howToGetChromium =
  'No Chromium was found: type "sudo apt-get install -y chromium", or set CHROMIUM to the path of a Chromium or Chrome.'

/** The browser of this machine that journeys drive, or the sentence that says how to get one. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string {
  const folders = (env['PATH'] ?? '').split(delimiter)
  const places = env['CHROMIUM']
    ? [env['CHROMIUM']]
    : [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...macs]
  const found = places.find(isProgram)
  if (found) return found
  throw new Error(howToGetChromium)
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
