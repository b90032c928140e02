/** What a key is made of; what is not stated is one and the same. */
export type KeyPart = string | number | null | undefined;

/** One text for several parts, another one for any others. Texts stand behind their lengths: JSON takes five times as long. */
export function keyOf(...parts: readonly KeyPart[]): string {
  let key = '';
  for (const part of parts)
    key += typeof part === 'string' ? `${String(part.length)}:${part}` : `${String(part ?? '')};`;
  return key;
}
