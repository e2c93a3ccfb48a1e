/** How well a practice made for one context serves in another: 1 the same, 1 - locality in the opposite one. */
export const fitOf = (variant: number, context: number, locality: number): number =>
  1 - locality * Math.abs(variant - context)

/** The variant of somebody who takes a practice up: made over towards their own context. */
export const adapted = (variant: number, context: number, adaptation: number): number =>
  variant + adaptation * (context - variant)
