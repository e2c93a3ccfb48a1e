const accented: Readonly<Record<string, string>> = {
  a: 'á',
  c: 'ç',
  e: 'é',
  g: 'ğ',
  i: 'í',
  n: 'ñ',
  o: 'ö',
  s: 'š',
  u: 'ü',
  y: 'ý',
  z: 'ž',
  A: 'Á',
  C: 'Ç',
  E: 'É',
  G: 'Ğ',
  I: 'Í',
  N: 'Ñ',
  O: 'Ö',
  S: 'Š',
  U: 'Ü',
  Y: 'Ý',
  Z: 'Ž',
}

export type Messages = { [key: string]: string | Messages }

/** English made strange: a word on screen without brackets did not come out of a catalogue. */
export const pseudoMessages = (messages: Messages): Messages =>
  Object.fromEntries(
    Object.entries(messages).map(([key, message]) => [
      key,
      typeof message === 'string' ? `⟦${pseudo(message)}⟧` : pseudoMessages(message),
    ]),
  )

export const pseudoText = (text: string) => `⟦${text.replace(/[a-z]/gi, (letter) => accented[letter] ?? letter)}⟧`

/** Accents the words of an ICU message and leaves arguments, choices and tags alone. */
function pseudo(message: string): string {
  let out = ''
  // Levels alternate: text, argument, text of a choice, argument ...
  let depth = 0
  let tag = false
  for (const letter of message) {
    if (letter === '}') depth--
    if (letter === '<') tag = true
    out += depth % 2 === 0 && !tag ? (accented[letter] ?? letter) : letter
    if (letter === '{') depth++
    if (letter === '>') tag = false
  }
  return out
}
