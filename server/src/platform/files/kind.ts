/** What a file is, by its first bytes: names and headers lie. */
const signatures: [mediaType: string, offset: number, bytes: number[]][] = [
  ['image/png', 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', 0, [0xff, 0xd8, 0xff]],
  ['image/gif', 0, [0x47, 0x49, 0x46, 0x38]],
  ['image/webp', 8, [0x57, 0x45, 0x42, 0x50]],
  ['application/pdf', 0, [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['application/zip', 0, [0x50, 0x4b, 0x03, 0x04]],
  ['application/x-ole-storage', 0, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['audio/mpeg', 0, [0x49, 0x44, 0x33]],
  ['video/mp4', 4, [0x66, 0x74, 0x79, 0x70]],
]

/** Office formats are zip archives; their name says which, and it is only a label then. */
const insideZip: Record<string, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
}
const insideOle: Record<string, string> = {
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
}
const asText: Record<string, string> = {
  csv: 'text/csv',
  md: 'text/markdown',
  txt: 'text/plain',
  ics: 'text/calendar',
  json: 'application/json',
}

/** The media type of a file that we take, or nothing. Programs and pages (HTML, SVG) are not taken. */
export function kindOf(bytes: Uint8Array, name: string): string | undefined {
  const ending = name.split('.').at(-1)?.toLowerCase() ?? ''
  const found = signatures.find(([, offset, signature]) =>
    signature.every((byte, n) => bytes[offset + n] === byte),
  )?.[0]
  if (found === 'application/zip') return insideZip[ending] ?? found
  if (found === 'application/x-ole-storage') return insideOle[ending]
  return found ?? (isText(bytes) ? asText[ending] : undefined)
}

function isText(bytes: Uint8Array): boolean {
  try {
    return !new TextDecoder('utf-8', { fatal: true }).decode(bytes).includes('\0')
  } catch {
    return false
  }
}

/** Only these are shown in a page; all others are downloaded. */
export const isShown = (mediaType: string) => /^image\/(png|jpeg|gif|webp)$/.test(mediaType)
