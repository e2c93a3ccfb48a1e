export { importLearningRows, type LearningRows } from './archive.ts'
export { eraseFromLearning } from './erasure/erase.ts'
