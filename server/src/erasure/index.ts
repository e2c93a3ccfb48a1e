export { backAgain, eraseAgain, keepErasures, readErasures } from './again.ts'
export { lookForErasures } from './look.ts'
export { erasureEndpoints } from './routes.ts'
