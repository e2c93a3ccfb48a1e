import { BaseSequencer, type TestSpecification } from 'vitest/node'

const long = /\/(every-route|dialogs|fuzz|cli|serve|canary)\./

/**
 * Files of a project in the order in which they begin. Where Vitest has not played them before it begins with the
 * largest; these are short to read and long to play, and one of them alone at the end would leave a core idle.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const projects = Map.groupBy(await super.sort(files), ({ project }) => project.name)
    return [...projects.values()].flatMap((all) => [
      ...all.filter(({ moduleId }) => long.test(moduleId)),
      ...all.filter(({ moduleId }) => !long.test(moduleId)),
    ])
  }
}
