import { latin1 } from '../latin1.js';

const END = 'PK\x05\x06';
const ENTRY = 'PK\x01\x02';
/** The end of a zip file is as long as this, and a comment of its own. */
const LONGEST_END = 22 + 0xffff;

/** By name, the checksum that a zip file states of each of its files. */
export function checksumsIn(bytes: Uint8Array): ReadonlyMap<string, number> {
  const zip = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tail = Math.max(0, bytes.length - LONGEST_END);
  const end = tail + latin1(bytes, tail).lastIndexOf(END);
  const sums = new Map<string, number>();
  let at = zip.getUint32(end + 16, true);
  while (at + 46 <= end && latin1(bytes, at, at + 4) === ENTRY) {
    const length = zip.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length));
    sums.set(name, zip.getUint32(at + 16, true));
    at += 46 + length + zip.getUint16(at + 30, true) + zip.getUint16(at + 32, true);
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
