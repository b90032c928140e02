import type { Holder } from '../../facts/rows/row.js';
import type { RuleId } from '../../findings/finding-data.js';
import type { Money } from '../../values/money.js';
import { sum } from '../../values/sum.js';
import { findingsHolding, isNotBilled, itemsOf } from '../items.js';
import { holderOf } from '../next-step.js';
import type { CheckedRecord } from '../records.js';

/** What of a rule one holder would have to correct. */
export interface Correction {
  readonly rule: RuleId;
  records: number;
  charge: Money;
}

/** What fails, by who would correct it; it grows with rules, not with records. */
export interface Corrections {
  readonly add: (record: CheckedRecord) => void;
  /** In the order in which they come up. */
  readonly of: (holder: Holder) => readonly Correction[];
}

export function createCorrections(): Corrections {
  const all = new Map<Holder, Map<RuleId, Correction>>();

  function correctionOf(holder: Holder, rule: RuleId): Correction {
    const ofHolder = all.get(holder) ?? new Map<RuleId, Correction>();
    const correction = ofHolder.get(rule) ?? { rule, records: 0, charge: '0.00' };
    all.set(holder, ofHolder.set(rule, correction));
    return correction;
  }

  return {
    add(record) {
      if (isNotBilled(record)) return;
      const ofRecord = new Set<Correction>();
      for (const item of itemsOf(record)) {
        const failing = findingsHolding(item).filter(({ outcome }) => outcome === 'fail');
        const ofItem = new Set(failing.map((finding) => correctionOf(holderOf(finding), finding.rule)));
        for (const correction of ofItem) {
          correction.charge = sum([correction.charge, item.charge ?? '0.00']);
          ofRecord.add(correction);
        }
      }
      for (const correction of ofRecord) correction.records += 1;
    },
    of: (holder) => [...(all.get(holder)?.values() ?? [])],
  };
}
