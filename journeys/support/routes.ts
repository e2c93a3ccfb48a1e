export interface Route {
  path: string
  open?: boolean
}

/** The pages of the product, from the client's own list. */
export async function everyRoute(): Promise<readonly Route[]> {
  // Not a plain import: the types of the client are checked with its own settings.
  const list = new URL('../../client/src/app/routes.ts', import.meta.url).href
  return ((await import(list)) as { routes: readonly Route[] }).routes
}

/** The address of a route with one example for each of its parameters. A parameter without example is an error. */
export function exampleOf({ path }: Route, examples: Readonly<Record<string, string>>): string {
  return path.replaceAll(/\$(\w+)/g, (_, name: string) => {
    const example = examples[name]
    if (example === undefined)
      throw new Error(`${path} needs an example of ${name}: add one to journeys/support/examples.ts.`)
    return example
  })
}
