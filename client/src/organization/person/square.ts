const side = 256

/** The middle of a picture as a small square, drawn anew: what a camera wrote beside it, such as the place, is left behind. */
export async function inSquare(picture: Blob, unreadable: string): Promise<Blob> {
  const bitmap = await createImageBitmap(picture).catch(() => {
    throw new Error(unreadable)
  })
  const canvas = document.createElement('canvas')
  canvas.width = side
  canvas.height = side
  const least = Math.min(bitmap.width, bitmap.height)
  const [x, y] = [(bitmap.width - least) / 2, (bitmap.height - least) / 2]
  canvas.getContext('2d')!.drawImage(bitmap, x, y, least, least, 0, 0, side, side)
  bitmap.close()
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error(unreadable))), 'image/jpeg', 0.9)
  })
}
