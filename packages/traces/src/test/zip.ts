import { crc32, deflateRawSync } from 'node:zlib'

interface Packing {
  encrypted?: boolean
  /** Sizes and places as archives over 4 GB write them. */
  far?: boolean
  deflated?: boolean
}

/** A zip of texts, and of what is told as JSON. */
export function zip(content: Record<string, unknown>, { encrypted, far, deflated }: Packing = {}): Buffer<ArrayBuffer> {
  const parts: Buffer[] = []
  const index: Buffer[] = []
  let place = 0
  for (const [path, value] of Object.entries(content)) {
    const bytes = Buffer.from(typeof value === 'string' ? value : JSON.stringify(value))
    const packed = deflated ? deflateRawSync(bytes) : bytes
    const name = Buffer.from(path)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(encrypted ? 1 : 0, 2)
    head.writeUInt16LE(deflated ? 8 : 0, 4)
    head.writeUInt32LE(crc32(bytes), 10)
    head.writeUInt32LE(far ? 0xffffffff : packed.length, 14)
    head.writeUInt32LE(far ? 0xffffffff : bytes.length, 18)
    head.writeUInt16LE(name.length, 22)
    const extra = Buffer.alloc(far ? 28 : 0)
    if (far) {
      extra.writeUInt16LE(1, 0)
      extra.writeUInt16LE(24, 2)
      for (const [n, size] of [bytes.length, packed.length, place].entries())
        extra.writeBigUInt64LE(BigInt(size), 4 + 8 * n)
    }
    const listed = Buffer.from(head)
    listed.writeUInt16LE(extra.length, 24)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(far ? 0xffffffff : place, 10)
    const made = Buffer.concat([Buffer.from('PK\u0003\u0004'), head, name, packed])
    index.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\0'), listed, tail, name, extra]))
    parts.push(made)
    place += made.length
  }
  const directory = Buffer.concat(index)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(far ? 0xffffffff : directory.length, 8)
  end.writeUInt32LE(far ? 0xffffffff : place, 12)
  const farEnd = far ? farEnding(directory.length, place) : Buffer.alloc(0)
  return Buffer.concat([...parts, directory, farEnd, Buffer.from('PK\u0005\u0006'), end])
}

function farEnding(size: number, place: number): Buffer {
  const end = Buffer.alloc(56 + 20)
  end.write('PK\u0006\u0006', 0, 'latin1')
  end.writeBigUInt64LE(BigInt(size), 40)
  end.writeBigUInt64LE(BigInt(place), 48)
  end.write('PK\u0006\u0007', 56, 'latin1')
  end.writeBigUInt64LE(BigInt(place + size), 64)
  return end
}
