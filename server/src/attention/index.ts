export { attentionFollower } from './follower.ts'
export { pagesFor } from './pages.ts'
export { attentionEndpoints } from './routes.ts'
export { newsworthy } from './why.ts'
