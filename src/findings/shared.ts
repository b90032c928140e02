import type { RuleId } from './finding-data.js';
import type { FindingOf } from './result.js';

/** Takes the finding of each entry, in limit order, with the entry's JSON Pointer. */
export type Share = <Found extends FindingOf<RuleId, unknown>>(finding: Found, pointer: string) => Found;

/** What is judged once for several entries stands in the finding of each; the later ones name the first that says the same. */
export function sharing(): Share {
  const firsts = new Map<string, string>();
  return (finding, pointer) => {
    const what = JSON.stringify([finding.rule, finding.outcome, finding.severity, finding.message]);
    const sharedWith = firsts.get(what);
    if (sharedWith === undefined) firsts.set(what, pointer);
    return sharedWith === undefined
      ? finding
      : { ...finding, data: { ...(finding.data as object), sharedWith } };
  };
}
