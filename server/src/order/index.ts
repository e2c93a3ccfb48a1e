export { noteErased } from './erase.ts'
export { orderEndpoints } from './routes.ts'
