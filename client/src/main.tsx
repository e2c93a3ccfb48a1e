import '@fontsource-variable/source-sans-3/wght.css'
import './app/mantine.css'
import './app/tokens.css'
import './app/base.css'
import { createRoot } from 'react-dom/client'
import { App, openClient } from './app/App.tsx'
import { actOnce } from './app/act-once.ts'
import { openRouter } from './app/router.tsx'
import { styleNonce } from './app/theme.ts'
import { firstLanguage, openWords } from './app/words.ts'

// Libraries that lock scrolling behind a dialog add a style element and look here for the nonce.
Object.assign(globalThis, { __webpack_nonce__: styleNonce() })

actOnce()

// Not awaited by the module itself: what pages share lies in one file with it, and would wait for each other.
async function open() {
  const client = openClient()
  const words = openWords(firstLanguage())
  const router = await openRouter(client)
  // Words, code and data of the first page set out together, not one after another.
  await Promise.all([words, router.load()])

  createRoot(document.getElementById('root')!).render(<App client={client} router={router} />)
}

void open()
