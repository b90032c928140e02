/** What keys have in common that differ only in letter case, blanks, or zeros at their start: one person may stand behind both. */
export function alikeKey(key: string): string {
  return key.replace(/^[\s0]+|\s+/g, '').toLowerCase();
}
