const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/** Bytes as the reader of CSV handles them. */
class Bytes extends Uint8Array {
  override toString(_encoding?: string, from?: number, to?: number): string {
    return decoder.decode(this.subarray(from, to));
  }

  copy(into: Uint8Array, at = 0, from = 0, to = this.length): void {
    into.set(this.subarray(from, to), at);
  }

  equals(other: Uint8Array): boolean {
    return compare(this, other) === 0;
  }
}

function compare(one: Uint8Array, other: Uint8Array): number {
  const at = one.findIndex((byte, index) => byte !== other[index]);
  return at === -1 ? one.length - other.length : (one[at] ?? 0) - (other[at] ?? -1);
}

/**
 * What the reader of CSV uses of Node's Buffer, for UTF-8 alone, in which it is given its text. All of it, written anew for
 * browsers, is larger than the reader itself.
 */
export const Buffer = {
  isBuffer: (value: unknown): value is Bytes => value instanceof Bytes,
  from: (of: string | ArrayLike<number>) => new Bytes(typeof of === 'string' ? encoder.encode(of) : of),
  allocUnsafe: (size: number) => new Bytes(size),
  compare,
  concat(parts: readonly Uint8Array[]): Bytes {
    const all = new Bytes(parts.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const part of parts) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  },
};
