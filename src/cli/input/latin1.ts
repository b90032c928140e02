const PIECE = 8_192;

/** Each byte as the character of its number, as beginnings of files are compared; in a browser too, which has no Buffer. */
export function latin1(bytes: Uint8Array, from = 0, to = bytes.length): string {
  const pieces: string[] = [];
  const end = Math.min(to, bytes.length);
  for (let at = from; at < end; at += PIECE)
    pieces.push(String.fromCharCode(...bytes.subarray(at, Math.min(at + PIECE, end))));
  return pieces.join('');
}
