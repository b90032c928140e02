/** By UTF-16 code unit: no locale has a part in it. */
export function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** JSON with the keys of every object in order, and without facts that are not known. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(inOrder(value));
}

function inOrder(part: unknown): unknown {
  if (typeof part !== 'object' || part === null) return part;
  if (Array.isArray(part)) return part.map(inOrder);
  const ordered: Record<string, unknown> = {};
  for (const key of Object.keys(part).sort()) {
    const fact = inOrder((part as Record<string, unknown>)[key]);
    if (fact == null) continue;
    if (key === '__proto__') Object.defineProperty(ordered, key, { value: fact, enumerable: true });
    else ordered[key] = fact;
  }
  return ordered;
}
