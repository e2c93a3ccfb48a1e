/** Typed arrays in ordinary memory, or in memory that workers share. */
export const int32s = (length: number, shared = false): Int32Array =>
  shared ? new Int32Array(new SharedArrayBuffer(4 * length)) : new Int32Array(length)

export const float64s = (length: number, shared = false): Float64Array =>
  shared ? new Float64Array(new SharedArrayBuffer(8 * length)) : new Float64Array(length)

/** The same numbers in memory that workers share; arrays already there are returned as they are. */
export function sharedInt32s(array: Int32Array): Int32Array {
  if (isShared(array)) return array
  const copy = int32s(array.length, true)
  copy.set(array)
  return copy
}

export function sharedFloat64s(array: Float64Array): Float64Array {
  if (isShared(array)) return array
  const copy = float64s(array.length, true)
  copy.set(array)
  return copy
}

const isShared = (array: Int32Array | Float64Array) =>
  typeof SharedArrayBuffer !== 'undefined' && array.buffer instanceof SharedArrayBuffer
