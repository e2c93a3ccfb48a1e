import { useState } from 'react'
import { useTranslation } from 'react-i18next'

interface Uploaded {
  name: string
  address: string
  mediaType: string
}

/** Uploads files one after another, hands each over as Markdown, and says what is going on. */
export function useUploads(upload: ((file: File) => Promise<Uploaded>) | undefined, put: (markdown: string) => void) {
  const { t } = useTranslation('ui')
  const [said, setSaid] = useState<string>()

  const add = async (files: readonly File[]) => {
    for (const file of files) {
      setSaid(t('editor.uploading', { name: file.name }))
      try {
        put(markdownOf(await upload!(file)))
        setSaid(undefined)
      } catch (error) {
        setSaid(t('editor.uploadFailed', { name: file.name, why: (error as Error).message }))
        return
      }
    }
  }
  return { said, add: (files: Iterable<File>) => void add(Array.from(files)) }
}

function markdownOf({ name, address, mediaType }: Uploaded): string {
  const words = name.replace(/[[\]\\]/g, '\\$&')
  return `${mediaType.startsWith('image/') ? '!' : ''}[${words}](${address})\n`
}
