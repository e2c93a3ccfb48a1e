/**
 * Coefficients of a linear fit of `wanted` on the rows of `known` and a constant (first), weighted, with a small ridge
 * so that what says nothing gets nothing. Rows x columns; normal equations, Gauss with pivots.
 */
export function linearFit(
  known: readonly ArrayLike<number>[],
  wanted: ArrayLike<number>,
  weights: ArrayLike<number>,
  ridge = 1e-6,
): Float64Array {
  const size = (known[0]?.length ?? 0) + 1
  const matrix = Array.from({ length: size }, () => new Float64Array(size + 1))
  let all = 0
  known.forEach((row, at) => {
    const weight = weights[at]!
    all += weight
    for (let one = 0; one < size; one++) {
      const left = weight * (one === 0 ? 1 : row[one - 1]!)
      for (let other = 0; other < size; other++) matrix[one]![other]! += left * (other === 0 ? 1 : row[other - 1]!)
      matrix[one]![size]! += left * wanted[at]!
    }
  })
  for (let at = 1; at < size; at++) matrix[at]![at]! += ridge * all
  return solved(matrix)
}

export function valueOf(fit: Float64Array, row: ArrayLike<number>): number {
  let sum = fit[0]!
  for (let at = 1; at < fit.length; at++) sum += fit[at]! * row[at - 1]!
  return sum
}

function solved(matrix: Float64Array[]): Float64Array {
  const size = matrix.length
  for (let column = 0; column < size; column++) {
    let pivot = column
    for (let row = column + 1; row < size; row++)
      if (Math.abs(matrix[row]![column]!) > Math.abs(matrix[pivot]![column]!)) pivot = row
    ;[matrix[column], matrix[pivot]] = [matrix[pivot]!, matrix[column]!]
    const top = matrix[column]!
    if (top[column] === 0) continue
    for (let row = 0; row < size; row++) {
      if (row === column) continue
      const factor = matrix[row]![column]! / top[column]!
      for (let at = column; at <= size; at++) matrix[row]![at]! -= factor * top[at]!
    }
  }
  return Float64Array.from(matrix, (row, at) => (row[at] === 0 ? 0 : row[size]! / row[at]!))
}
