import Icu, { type IcuInstance } from 'i18next-icu'

interface Speaking extends IcuInstance {
  parse(message: string, ...rest: unknown[]): string
}

/** ICU messages, where words that hold nothing to fill in need no reading: most words of a first page are such. */
export function icu(): IcuInstance {
  const speaking = new Icu() as Speaking
  const read = speaking.parse.bind(speaking)
  speaking.parse = (message, ...rest) => (/[{'<]/.test(message) ? read(message, ...rest) : message)
  return speaking
}
