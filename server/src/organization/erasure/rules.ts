/** Fewer people than this in a unit, and a position there would tell who held it. */
export const fewest = 5
