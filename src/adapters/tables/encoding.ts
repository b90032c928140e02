/** How the bytes of a table are read as text. */
export type TableEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/**
 * The text of the bytes of a CSV file, and what they were taken for: UTF-16 by its mark or by the zeros in it, else UTF-8,
 * or else Windows-1252, in which older spreadsheets save. Never throws.
 *
 * @example
 * decodeTable(Uint8Array.of(0x69, 0x64, 0x2c, 0x92)); // { text: 'id,’', encoding: 'windows-1252' }
 */
export function decodeTable(bytes: Uint8Array): { text: string; encoding: TableEncoding } {
  const encoding = utf16In(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252');
  const decode = decoderOf(encoding);
  return { text: `${decode(bytes)}${decode()}`, encoding };
}

/** What decodes pieces of a file one after the other; without a piece, what is left. */
export function decoderOf(encoding: TableEncoding): (piece?: Uint8Array) => string {
  const decoder = new TextDecoder(encoding);
  return (piece) => {
    const text = decoder.decode(piece, { stream: piece !== undefined });
    return encoding === 'windows-1252' ? withMarksOfWindows(text) : text;
  };
}

/**
 * The encoding of a CSV file, as {@link decodeTable} takes it, from all of its bytes in pieces.
 *
 * @example
 * async function* pieces() {
 *   yield Uint8Array.of(0x69, 0x64);
 *   yield Uint8Array.of(0x2c, 0x92);
 * }
 * const encoding: Promise<TableEncoding> = encodingOf(pieces());
 */
export async function encodingOf(pieces: AsyncIterable<Uint8Array>): Promise<TableEncoding> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isFirst = true;
  try {
    for await (const piece of pieces) {
      const utf16 = isFirst ? utf16In(piece) : undefined;
      if (utf16 !== undefined) return utf16;
      isFirst = false;
      decoder.decode(piece, { stream: true });
    }
    decoder.decode();
    return 'utf-8';
  } catch (error) {
    // What reads the pieces may fail too.
    if (!(error instanceof TypeError)) throw error;
    return 'windows-1252';
  }
}

function utf16In([first, second]: Uint8Array): TableEncoding | undefined {
  if (second === undefined) return undefined;
  if ((first === 0xff && second === 0xfe) || second === 0) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || first === 0 ? 'utf-16be' : undefined;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const MARKS_OF_WINDOWS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9dž\x9f';

/** Some releases of Node decode Windows-1252 as Latin 1, which has no such marks. */
function withMarksOfWindows(text: string): string {
  return text.replace(/[\x80-\x9f]/g, (mark) => MARKS_OF_WINDOWS.charAt(mark.charCodeAt(0) - 0x80));
}
