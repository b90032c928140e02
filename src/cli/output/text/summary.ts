import type { BatchTotals, Notice, Verdict } from '../../../index.js';
import { eachOnce } from '../../../findings/notices.js';
import { addUnits } from '../../../units/quantity.js';
import type { CheckedRecord } from '../../checked-record.js';
import { linesOfClaim } from '../../findings-of.js';

type ByVerdict = Record<Verdict, number>;

/** What the totals say beside the sums of the batch; it grows record by record. */
export interface Summary {
  readonly add: (record: CheckedRecord) => void;
  readonly units: Readonly<ByVerdict>;
  /** Lines of claims. */
  readonly lines: Readonly<ByVerdict>;
  /** What holds for many records, each once. */
  readonly notices: () => readonly Notice[];
  /** Whether any charge is stated or can be told from a rate on file. */
  readonly knowsCharges: () => boolean;
}

export function createSummary(): Summary {
  const units: ByVerdict = { billable: 0, 'not-billable': 0, undetermined: 0 };
  const lines: ByVerdict = { billable: 0, 'not-billable': 0, undetermined: 0 };
  const notices = new Map<string, Notice>();
  let knowsCharges = false;

  function addNotices(said: readonly Notice[]): void {
    for (const notice of said) notices.set(notice.message, notice);
  }

  return {
    units,
    lines,
    notices: () => [...notices.values()],
    knowsCharges: () => knowsCharges,
    add(record) {
      const { result, session } = record;
      if (result.kind === 'invalid') return;
      if (result.kind === 'session') {
        const count = result.units?.claimed ?? result.units?.supported ?? session?.units ?? 0;
        units[result.verdict] = addUnits(units[result.verdict], count);
        knowsCharges ||= session?.charge != null || result.price !== undefined;
        addNotices(result.notices);
        return;
      }
      for (const one of linesOfClaim(record)) {
        units[one.verdict] = addUnits(units[one.verdict], one.line.units);
        lines[one.verdict] += 1;
        knowsCharges ||= one.line.charge != null || one.result.price !== undefined;
        addNotices(one.result.notices);
      }
    },
  };
}

/** The notices to show: those of the batch, but not that charges are left out where there are none at all. */
export function noticesToShow(ofBatch: readonly Notice[], summary: Summary): Notice[] {
  const shown = summary.knowsCharges() ? ofBatch : ofBatch.filter(({ code }) => code !== 'charges-left-out');
  return eachOnce([...shown, ...summary.notices()]);
}

export function allLines({ lines }: Summary): number {
  return lines.billable + lines['not-billable'] + lines.undetermined;
}

/** The verdicts with the sums of the batch that go with each, in the order in which they are shown. */
export function rowsOf(totals: BatchTotals): { verdict: Verdict; records: number; charge: string }[] {
  return [
    { verdict: 'billable', records: totals.billable, charge: totals.billableCharge },
    { verdict: 'not-billable', records: totals.notBillable, charge: totals.notBillableCharge },
    { verdict: 'undetermined', records: totals.undetermined, charge: totals.undeterminedCharge },
  ];
}
