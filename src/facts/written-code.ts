/** A procedure code and its modifiers, as written on a claim line or in a configuration. */
export interface WrittenCode {
  readonly procedureCode: string;
  readonly modifiers?: readonly string[] | null | undefined;
}

/** A code read into capitals, taken apart where it was run together, with its modifiers in order; a blank is none. */
export interface ReadCode {
  readonly procedureCode: string;
  readonly modifiers: readonly string[];
  /** A modifier that stands there twice. */
  readonly doubled: string | undefined;
}

const RUN_TOGETHER = /^([A-Z]\d{4})((?:[A-Z0-9]{2})+)$/;

export function readCode({ procedureCode, modifiers }: WrittenCode): ReadCode {
  const code = procedureCode.trim().toUpperCase();
  const [, base = code, tail = ''] = RUN_TOGETHER.exec(code) ?? [];
  const listed = (modifiers ?? []).map((one) => one.trim().toUpperCase());
  const seen = new Set<string>();
  const written = [...(tail.match(/../g) ?? []), ...listed.filter((one) => one !== '')];
  return {
    procedureCode: base,
    modifiers: [...new Set(written)].sort(),
    doubled: written.find((one) => seen.size === seen.add(one).size),
  };
}
