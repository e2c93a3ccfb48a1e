export { labEndpoints } from './routes.ts'
