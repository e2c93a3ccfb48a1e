export { deskEndpoints } from './routes.ts'
