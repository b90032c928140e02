import type { Finding } from '../rules/index.js';
import type { ClaimResult, InvalidResult, SessionResult, VoidResult } from './result.js';

/** The ids of the waivers that hold for some finding. */
export function waivedIn(
  results: readonly (SessionResult | ClaimResult | VoidResult | InvalidResult)[],
): string[] {
  return results.flatMap(findingsIn).flatMap(({ waived }) => waived?.id ?? []);
}

function findingsIn(result: SessionResult | ClaimResult | VoidResult | InvalidResult): readonly Finding[] {
  switch (result.kind) {
    case 'invalid':
      return [];
    case 'claim':
      return [...result.findings, ...result.lines.flatMap(({ findings }) => findings)];
    case 'session':
    case 'void':
      return result.findings;
  }
}
