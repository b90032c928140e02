import type { Funding } from '../../facts/generated/codes.js';
import type { Claim } from '../../facts/generated/types.js';
import type { ReadCode } from '../../facts/written-code.js';
import type { ComputedRule } from '../../findings/generated.js';
import type { FindingOf } from '../../findings/result.js';
import type { Service } from '../../services/service.js';
import type { Judgement } from '../rule.js';
import type { CodeOnFile } from './codes-on-file.js';

/** A claim line with its code, before it is a session. */
export interface LineUnderCheck {
  readonly claim: Claim;
  readonly read: ReadCode;
  /** The service that the line states, if it is on file. */
  readonly stated: Service | undefined;
  /** The codes on file in the jurisdiction, and those of them that the line's is. */
  readonly onFile: readonly CodeOnFile[];
  readonly fitting: readonly CodeOnFile[];
  /** The funding that the code tells. */
  readonly told: Funding | null;
}

/** A rule that judges the lines of a claim. */
export interface LineRule<Id extends ComputedRule, Data> {
  readonly scope: 'line';
  readonly id: Id;
  readonly judgeLine: (line: LineUnderCheck) => Judgement<FindingOf<Id, Data>>;
}

/** A rule that judges a claim as a whole, by what its lines tell of funding, and perhaps its lines before. */
export interface ClaimRule<Id extends ComputedRule, Data> {
  readonly scope: 'claim';
  readonly id: Id;
  readonly judgeLine?: (line: LineUnderCheck) => Judgement<FindingOf<Id, Data>>;
  readonly judgeClaim: (claim: Claim, told: readonly Funding[]) => Judgement<FindingOf<Id, Data>>;
}
