// By its place and not by its name, so that the command line also starts where the workspaces were linked before this
// package came to them.
export * from '../../../../packages/simulation/src/index.ts'
export { nodeCrew } from '../../../../packages/simulation/src/workers/node/crew.ts'
