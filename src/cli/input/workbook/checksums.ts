const END = Buffer.from('PK\x05\x06', 'latin1');
const ENTRY = 'PK\x01\x02';

/** By name, the checksum that a zip file states of each of its files. */
export function checksumsIn(bytes: Uint8Array): ReadonlyMap<string, number> {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = zip.lastIndexOf(END);
  const sums = new Map<string, number>();
  let at = zip.readUInt32LE(end + 16);
  while (at + 46 <= end && zip.toString('latin1', at, at + 4) === ENTRY) {
    const length = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + length);
    sums.set(name, zip.readUInt32LE(at + 16));
    at += 46 + length + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return sums;
}

const POLYNOMIAL = 0xedb88320;
const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
  let left = byte;
  for (let bit = 0; bit < 8; bit++) left = (left & 1) === 1 ? POLYNOMIAL ^ (left >>> 1) : left >>> 1;
  return left;
});

/** As zip files have it (CRC-32). Node's own came after the oldest that we run on. */
export function checksumOf(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  // By index, which is several times as quick over a whole sheet.
  // eslint-disable-next-line @typescript-eslint/prefer-for-of
  for (let at = 0; at < bytes.length; at++)
    sum = (remainders[(sum ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}
