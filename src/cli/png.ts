// What the header of a PNG file says.

export interface PngHeader {
  readonly width: number;
  readonly height: number;
  /** True where every pixel has its own transparency. */
  readonly hasAlpha: boolean;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Signature, then the first chunk: length, "IHDR", width, height, bit depth, colour type. */
const headerLength = 26;
/** Grey or colour with alpha. */
const alphaTypes: readonly number[] = [4, 6];

/** Null where the bytes are no PNG. */
export function readPngHeader(bytes: Uint8Array): PngHeader | null {
  const buffer = Buffer.from(bytes);
  if (buffer.length < headerLength || !buffer.subarray(0, signature.length).equals(signature)) return null;
  if (buffer.toString('latin1', 12, 16) !== 'IHDR') return null;
  return {
    width: buffer.readUInt32BE(16),
    height: buffer.readUInt32BE(20),
    hasAlpha: alphaTypes.includes(buffer.readUInt8(25)),
  };
}
