import type { Places } from '../facts/found.js';
import type { MissingFact } from './result.js';

/** A finding, as far as it leads to facts. */
interface Leading {
  readonly paths: readonly string[];
  readonly missing: readonly Pick<MissingFact, 'path'>[];
  readonly places?: Record<string, string>;
}

/** A result, as far as it has findings: that of what cannot be read has none. */
interface WithFindings {
  readonly kind: string;
  readonly findings?: readonly Leading[];
  readonly lines?: readonly { readonly findings: readonly Leading[] }[];
}

/** The result, whose findings say where what they lead to stands in the person's file. */
export function withPlaces<Result extends WithFindings>(
  result: Result,
  places: Places | null | undefined,
): Result {
  const { findings, lines } = result;
  if (places == null || findings === undefined) return result;
  const located = <Part extends { readonly findings: readonly Leading[] }>(part: Part): Part => ({
    ...part,
    findings: part.findings.map((finding) => withPlacesOfFinding(finding, places)),
  });
  return { ...result, ...located({ findings }), ...(lines && { lines: lines.map(located) }) };
}

function withPlacesOfFinding<Finding extends Leading>(finding: Finding, places: Places): Finding {
  const pointers = [...finding.paths, ...finding.missing.map(({ path }) => path)];
  const found = pointers.flatMap((pointer): [string, string][] => {
    const place = placeAt(pointer, places);
    return place === undefined ? [] : [[pointer, place]];
  });
  return found.length === 0 ? finding : { ...finding, places: Object.fromEntries(found) };
}

/** What was billed before is in no record. */
const HISTORY = /^\/history(?=\/|$)/;

/** Where a fact stands; where one that is not stated belongs. */
export function placeAt(pointer: string, places: Places): string | undefined {
  if (HISTORY.test(pointer)) return undefined;
  let at = pointer;
  while (at !== '' && places[at] === undefined) at = at.slice(0, at.lastIndexOf('/'));
  return places[at];
}
