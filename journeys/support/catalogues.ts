import { globSync, readFileSync } from 'node:fs'

const project = new URL('../../', import.meta.url).pathname

/** What is wrong between the English and the Finnish words of the client and of the server, one line each. */
export function catalogueFaults(): string[] {
  return globSync('{client,server}/src/**/words/en.json', { cwd: project }).flatMap((file) => {
    const english = messagesIn(`${project}${file}`)
    const finnish = messagesIn(`${project}${file.replace('en.json', 'fi.json')}`)
    return [
      ...[...english.keys()].filter((key) => !finnish.has(key)).map((key) => `${file}: ${key} is not in Finnish`),
      ...[...finnish.keys()].filter((key) => !english.has(key)).map((key) => `${file}: ${key} is only in Finnish`),
      ...[...english].flatMap(([key, message]) => {
        const other = finnish.get(key)
        return other !== undefined && argumentsOf(message) !== argumentsOf(other)
          ? [`${file}: ${key} has other arguments in Finnish`]
          : []
      }),
    ]
  })
}

function messagesIn(file: string): Map<string, string> {
  const messages = new Map<string, string>()
  const add = (node: object, way: string) => {
    for (const [key, value] of Object.entries(node)) {
      if (typeof value === 'string') messages.set(`${way}${key}`, value)
      else add(value as object, `${way}${key}.`)
    }
  }
  add(JSON.parse(readFileSync(file, 'utf8')) as object, '')
  return messages
}

/** The names a message takes, such as `count` and `name`, in one line. */
function argumentsOf(message: string): string {
  const names = new Set<string>()
  // Levels alternate: text, argument, text of a choice, argument ...
  let depth = 0
  for (let place = 0; place < message.length; place++) {
    if (message[place] === '{' && depth++ % 2 === 0) names.add(/^\s*(\w*)/.exec(message.slice(place + 1))![1]!)
    else if (message[place] === '}') depth--
  }
  return [...names].sort().join(' ')
}
