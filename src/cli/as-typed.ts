/** A name as a shell takes it. */
export function asTyped(name: string): string {
  if (/^[\w./:\\-]+$/.test(name)) return name;
  return /["$`!]/.test(name) ? `'${name.replaceAll("'", `'\\''`)}'` : `"${name}"`;
}
