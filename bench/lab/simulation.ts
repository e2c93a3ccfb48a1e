// By its place and not by its name, as in the command line: also where the workspaces were linked before this package.
export * from '../../packages/simulation/src/index.ts'
export { nodeCrew } from '../../packages/simulation/src/workers/node/crew.ts'
