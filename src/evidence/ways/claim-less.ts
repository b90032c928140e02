import type { SessionResult } from '../../check/result.js';
import type { Session } from '../../facts/generated/types.js';
import { counted } from '../../findings/wording.js';
import type { Finding } from '../../rules/index.js';
import { stating } from './patched.js';
import type { Candidate } from './way.js';

/** The greatest whole number of units that the rules of units let through, where it is less than is asked for. */
export function claimingLess(session: Session, { findings, units }: SessionResult): Candidate[] {
  const asked = session.units ?? units?.supported;
  if (asked === undefined) return [];
  const most = Math.floor(Math.min(asked, ...findings.flatMap(mostUnder)));
  if (most < 1 || most >= asked) return [];
  return [
    {
      kind: 'claim-less',
      demand: { says: `${counted(most, 'unit')} claimed`, paths: ['/units'], heldBy: 'billing' },
      patch: [stating(session, 'units', most)],
    },
  ];
}

function mostUnder(finding: Finding): number[] {
  switch (finding.rule) {
    case 'units/daily-limit':
    case 'units/monthly-limit':
      return finding.outcome === 'fail' && finding.data.remaining !== null ? [finding.data.remaining] : [];
    case 'units/time':
      return finding.data.supported === null ? [] : [finding.data.supported];
    default:
      return [];
  }
}
