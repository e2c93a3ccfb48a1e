/** The lines of a mail's head that are looked at. All others, the subject too, are passed over. */
const wanted = /^(from|to|cc|bcc|date|message-id):/i
/** Who and when; a sentence of a body that begins with the word has no clock. */
const beginning = /^From \S+\s.*\d{1,2}:\d{2}/
const longest = 256 * 1024

type Head = Partial<Record<'from' | 'to' | 'cc' | 'bcc' | 'date' | 'message-id', string>>

const named = /\.(mbox|mbx|eml)$/i
const headlike =
  /^(?:From \S+\s|(?:Return-Path|Delivered-To|Received|From|To|Date|Message-ID|MIME-Version|X-[\w-]+): )/i

/** Whether a file holds mails, by its name or by how it begins. */
export const holdsMails = async (file: File): Promise<boolean> =>
  named.test(file.name) || headlike.test(await file.slice(0, 200).text())

/**
 * A table of who wrote to whom and when, out of mailbox files and single mails: made where the files are, so that subjects
 * and bodies do not leave this computer. The same mail in two files counts once.
 */
export async function tableOfMails(files: readonly Blob[], tell: (read: number) => void): Promise<Blob> {
  const rows: string[] = ['time,from,to,message\n']
  const parts: string[] = []
  const seen = new Set<string>()
  let mails = 0
  const take = (head: Head) => {
    const id = head['message-id']
    if (id && seen.has(id)) return
    if (id) seen.add(id)
    const to = [head.to, head.cc, head.bcc].flatMap(addressesIn).join(';')
    rows.push(`${cell(timeIn(head.date))},${cell(addressesIn(head.from)[0] ?? '')},${cell(to)},${(mails += 1)}\n`)
    if (rows.length >= 10_000) parts.push(rows.splice(0).join(''))
  }
  let read = 0
  for (const file of files) {
    await eachHead(file, take, (bytes) => tell((read += bytes)))
  }
  parts.push(rows.join(''))
  return new Blob(parts, { type: 'text/csv' })
}

const cell = (value: string) => (/[",\n;]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)
/** Without the name of the time zone that some write behind it. */
const timeIn = (date = '') => date.replace(/\s*\([^)]*\)\s*$/, '')

/** Addresses of a list, without the names beside them. */
function addressesIn(list: string | undefined): string[] {
  if (!list) return []
  const plain = list.replaceAll(/"(?:[^"\\]|\\.)*"/g, '').replaceAll(/\([^()]*\)/g, '')
  return [...plain.matchAll(/<?([^\s<>,;:"]+@[^\s<>,;:"]+)>?/g)].map(([, address]) => address!.toLowerCase())
}

async function eachHead(file: Blob, take: (head: Head) => void, tell: (bytes: number) => void): Promise<void> {
  const lines = linesOfMails(take)
  const decoder = new TextDecoder('latin1')
  const reader = file.stream().getReader()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    const pieces = (rest + decoder.decode(value, { stream: true })).split('\n')
    // A line of a body may be longer than any head; no more than its beginning is ever looked at.
    rest = pieces.pop()!.slice(0, longest)
    for (const line of pieces) lines.line(line)
    tell(value.length)
  }
  lines.line(rest)
  lines.end()
}

/** Follows the lines of a mailbox, or of a single mail, from head to head. */
function linesOfMails(take: (head: Head) => void) {
  let head: Head | undefined = {}
  let open: keyof Head | undefined
  let size = 0
  let any = false
  let afterEmpty = true
  const end = () => {
    if (head && any) take(head)
    head = undefined
  }
  const begin = () => {
    end()
    ;[head, open, size, any] = [{}, undefined, 0, false]
  }
  const field = (line: string) => {
    any = true
    size += line.length
    if (/^[ \t]/.test(line)) {
      if (open) head![open] += ` ${line.trim()}`
      return
    }
    open = wanted.exec(line)?.[1]!.toLowerCase() as keyof Head | undefined
    if (!open) return
    const value = line.slice(line.indexOf(':') + 1).trim()
    head![open] = head![open] ? `${head![open]}, ${value}` : value
  }
  return {
    end,
    line(raw: string) {
      const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw
      if (afterEmpty && beginning.test(line.slice(0, 200))) begin()
      else if (head && (line === '' || size > longest)) end()
      else if (head) field(line)
      afterEmpty = line === ''
    },
  }
}
