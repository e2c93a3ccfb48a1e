export { loadExample } from './example/load.ts'
