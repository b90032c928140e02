const FIRST_LENGTH = 65_536;
const MOST_BYTES_OF_A_UNIT = 3;

/** Text that is put together as bytes in UTF-8, which takes a part of the time of putting a long text together first. */
export interface TextBytes {
  readonly add: (text: string) => void;
  /** All that was added since this was called before. */
  readonly take: () => Uint8Array<ArrayBuffer>;
}

export function createTextBytes(): TextBytes {
  let bytes = Buffer.allocUnsafe(FIRST_LENGTH);
  let end = 0;

  function makeRoom(more: number): void {
    if (end + more <= bytes.length) return;
    const before = bytes;
    bytes = Buffer.allocUnsafe(Math.max(2 * before.length, end + more));
    before.copy(bytes, 0, 0, end);
  }

  return {
    add(text) {
      makeRoom(MOST_BYTES_OF_A_UNIT * text.length);
      end += bytes.write(text, end);
    },
    take() {
      const taken = new Uint8Array(bytes.subarray(0, end));
      end = 0;
      return taken;
    },
  };
}
