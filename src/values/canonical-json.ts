/** By UTF-16 code unit: no locale has a part in it. */
export function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** JSON with the keys of every object in order, and without facts that are not known. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    const known = Object.entries(part).filter(([, fact]) => fact != null);
    return Object.fromEntries(known.sort(([one], [other]) => compareText(one, other)));
  });
}
