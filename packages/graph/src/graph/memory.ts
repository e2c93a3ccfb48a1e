/** Typed arrays in ordinary memory, or in memory that workers share. */
export const int32s = (length: number, shared = false): Int32Array =>
  shared ? new Int32Array(new SharedArrayBuffer(4 * length)) : new Int32Array(length)

export const float64s = (length: number, shared = false): Float64Array =>
  shared ? new Float64Array(new SharedArrayBuffer(8 * length)) : new Float64Array(length)
