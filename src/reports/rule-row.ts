import type { RuleId } from '../findings/finding-data.js';
import type { Money } from '../values/money.js';

/** How one rule of a service came out over a batch, and what waits for it. Sessions and lines of claims are counted. */
export interface RuleRow {
  /** Null where no definition is on file for the code of a line. */
  service: string | null;
  rule: RuleId;
  passed: number;
  notApplicable: number;
  failed: number;
  unknown: number;
  due: number;
  /** Of what this rule alone holds back. */
  charge: Money;
  /** Of what it holds back together with other rules. */
  chargeWithOthers: Money;
  /** As `charge`, of that for which no charge is known. */
  units: number;
  /** As `chargeWithOthers`, of that for which no charge is known. */
  unitsWithOthers: number;
}
