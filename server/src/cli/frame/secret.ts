import { Failure } from '#platform/failure.ts'

/** Asks for a secret in a terminal without showing what is typed. */
export async function askSecret(question: string): Promise<string> {
  const { stdin, stderr } = process
  if (!stdin.isTTY)
    throw new Failure('There is no terminal to ask for the password in. Set IMAP_PASSWORD or IMAP_TOKEN.', 'usage')
  stderr.write(question)
  stdin.setRawMode(true)
  try {
    return await typed(stdin.setEncoding('utf8'))
  } finally {
    stdin.setRawMode(false)
    stdin.pause()
    stderr.write('\n')
  }
}

const typed = (stdin: NodeJS.ReadStream): Promise<string> =>
  new Promise((resolve, reject) => {
    let secret = ''
    const hear = (text: string) => {
      for (const letter of text) {
        if (letter === '\r' || letter === '\n') return end(() => resolve(secret))
        if (letter === '\u0003') return end(() => reject(new Failure('No password was given.')))
        secret = letter === '\u007f' || letter === '\b' ? secret.slice(0, -1) : secret + letter
      }
    }
    const end = (told: () => void) => {
      stdin.off('data', hear)
      told()
    }
    stdin.on('data', hear)
  })
