const pretended = /swiftshader|llvmpipe|softpipe|software|basic render/i

/**
 * Whether this machine draws with a graphics card. Where a program pretends to be one, and not every browser says so when asked,
 * SVG is quicker. Asked of a canvas that is let go at once.
 */
export function drawsWithCard(): boolean {
  try {
    const context = document.createElement('canvas').getContext('webgl2', { failIfMajorPerformanceCaveat: true })
    if (!context) return false
    const named = context.getExtension('WEBGL_debug_renderer_info')
    const renderer = String(context.getParameter(named ? named.UNMASKED_RENDERER_WEBGL : context.RENDERER))
    context.getExtension('WEBGL_lose_context')?.loseContext()
    return !pretended.test(renderer)
  } catch {
    return false
  }
}
