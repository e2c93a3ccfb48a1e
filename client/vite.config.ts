import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = `http://127.0.0.1:${process.env['PORT'] ?? '4400'}`

export default defineConfig({
  plugins: [react()],
  server: { port: 4401, proxy: { '/api': server, '/files': server } },
  // Inlined assets would be data: addresses, which the content security policy forbids.
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    manifest: true,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Few files for the first page: forty small ones took longer to arrive than to run.
          groups: [
            { name: 'start', tags: ['$initial'], priority: 2 },
            { name: 'home', test: /desk\/HomePage\.tsx$/, priority: 1 },
          ],
        },
      },
    },
  },
})
