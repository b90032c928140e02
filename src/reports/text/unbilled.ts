import { counted, dollars } from './layout.js';
import { addUnits } from '../../units/quantity.js';
import { times, type Money } from '../../values/money.js';
import { sum } from '../../values/sum.js';
import { itemsOf } from '../items.js';
import { findingsOf, type CheckedRecord } from '../records.js';
import type { ReportOptions } from '../format.js';
import { linesOf, type Page } from './page.js';

/** Units that the time supports and nobody bills, and whatever else is worth knowing. */
export interface Unbilled {
  readonly add: (record: CheckedRecord) => void;
  readonly units: () => number;
  /** In US dollars, of those of which a rate is on file. */
  readonly charge: () => Money;
  readonly records: Counted;
  readonly remarks: Counted;
}

/** How many records there are, and those of them that are held. */
interface Counted {
  count: number;
  readonly held: CheckedRecord[];
}

/** Of a stream no record is held. */
export function createUnbilled({ streamed }: ReportOptions): Unbilled {
  const records: Counted = { count: 0, held: [] };
  const remarks: Counted = { count: 0, held: [] };
  let units = 0;
  let charge: Money = '0.00';

  function count(among: Counted, record: CheckedRecord): void {
    among.count += 1;
    if (streamed !== true) among.held.push(record);
  }

  return {
    records,
    remarks,
    units: () => units,
    charge: () => charge,
    add(record) {
      // What is not billable is not left unbilled.
      const items = itemsOf(record).filter(({ verdict }) => verdict !== 'not-billable');
      let isUnbilled = false;
      for (const { result } of items) {
        for (const finding of result.findings) {
          if (finding.rule !== 'units/unbilled-time') continue;
          const left = addUnits(Number(finding.data.supported), -Number(finding.data.claimed));
          isUnbilled = true;
          units = addUnits(units, left);
          if (result.price !== undefined) charge = sum([charge, times(result.price.rate, left)]);
        }
      }
      if (isUnbilled) count(records, record);
      const isRemarked = findingsOf(record.result).some(
        ({ severity, rule }) => severity === 'info' && rule !== 'units/unbilled-time',
      );
      if (isRemarked && items.length > 0) count(remarks, record);
    },
  };
}

/** What could be billed besides, and remarks, in a paragraph each. */
export function* unbilledSection(
  { records, remarks, units, charge }: Unbilled,
  page: Page,
): Generator<string> {
  if (records.count > 0) {
    const bill = records.count === 1 ? 'bills' : 'bill';
    const worth = charge() === '0.00' ? '' : `, ${dollars(charge())},`;
    yield `\n${page.wrap(`${counted(records.count, 'record')} ${bill} fewer units than the time supports; ${counted(units(), 'unit')}${worth} left unbilled${whereOf(records, page)}.`, '')}`;
  }
  if (remarks.count > 0) {
    yield `\n${page.wrap(`${counted(remarks.count, 'other remark')}, in full with --format json${whereOf(remarks, page)}.`, '')}`;
  }
}

function whereOf({ held }: Counted, page: Page): string {
  return held.length === 0 ? '' : `: ${linesOf(held, page)}`;
}

/** What no check of ours looks at. */
export const NOT_JUDGED =
  'Not judged: whether the member is eligible that day, prior authorization, timely filing, NCCI edits, and what other payers owe.';
