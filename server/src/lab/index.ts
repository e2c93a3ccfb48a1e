export { saveExperiment } from './actions/experiments.ts'
export { eraseFromLab } from './erasure.ts'
export { labEndpoints } from './routes.ts'
export { lookForExperiments } from './run/work.ts'
