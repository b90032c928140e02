import type { AgencyCitation, CheckerConfig, Overlay, OverlayCriterion, Waiver } from '../../src/index.js';

/** The policy of an invented agency. */
export const cite: AgencyCitation = {
  source: 'agency',
  title: 'Policy 7',
  section: '2.1',
  inForceFrom: '2016-01-01',
  basis: 'agency',
};

/** What the agency asks beyond the peer support bulletin. */
export function overlay(more: Partial<Overlay> = {}): Overlay {
  return { id: 'custom/policy-7', extends: 'mo/peer-support', cite, ...more };
}

/** A clause of its own: the member agreed to the service. */
export function clause(more: Partial<OverlayCriterion> = {}): OverlayCriterion {
  return {
    rule: 'custom/chosen',
    requires: { op: 'is', fact: 'plan.memberChoseService', value: true },
    says: 'The member has chosen the service.',
    fails: 'the member has not chosen it',
    ...more,
  };
}

export function withOverlay(more: Partial<Overlay>): Partial<CheckerConfig> {
  return { overlays: [overlay(more)] };
}

/** Of the peer support session of 2017-05-16, which is S-4001 of M-4 by T-4. */
export function waiver(more: Partial<Waiver> = {}): Waiver {
  return {
    id: 'W-1',
    rule: 'member/age',
    of: { session: 'S-4001' },
    from: '2017-05-01',
    through: '2017-05-31',
    expires: '2017-12-31',
    reason: 'payer-agreed',
    note: 'Agreed by letter.',
    approver: 'Compliance officer',
    approvedOn: '2017-06-02',
    evidence: 'Letter of 2017-06-01',
    ...more,
  };
}
