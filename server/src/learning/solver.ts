import given from 'highs'

// The types speak of CommonJS, where the door is `default`; Node and the bundlers hand out the door itself.
const load = given as unknown as typeof given.default

/** HiGHS, a solver of linear and mixed-integer programs in WebAssembly; loaded when something is to be decided. */
export const openSolver = () => load()
