import { mayBeOf } from '../../check/prior-uses.js';
import { readCode } from '../../facts/written-code.js';
import type { PriorUse } from '../../facts/generated/types.js';
import { codesIn, codesThatFit, onlyService } from '../../rules/claim/codes-on-file.js';
import type { Service } from '../../services/service.js';
import type { CivilDate } from '../../values/civil-date.js';
import { compareMoney } from '../../values/money.js';
import { sum } from '../../values/sum.js';
import type { FoundRecord } from '../../facts/found.js';
import type { Problems } from '../reader.js';
import { statedAt, type Stated } from './line.js';
import { jurisdictionOf, type X12Mapping } from './mapping.js';
import { inLine, type RemittedClaim, type RemittedLine, type X12Adjustment } from './remittance.js';
import { elementOf } from './tokenizer.js';
import { placeOf } from './transactions.js';
import { amountOf, quantityOf } from './values.js';

/** What a payer paid, or took back: a use of fewer than no units takes one back. */
export interface X12Payment extends FoundRecord<PriorUse> {
  /** The day of payment (BPR16), which orders what several files paid and took back. */
  readonly paidOn?: CivilDate;
}

/** What tells the uses of a file from one another: whose rules apply, and which codes are on file. */
export interface Paying {
  readonly mapping: X12Mapping;
  readonly services: readonly Service[];
  readonly problems: Problems;
}

const PAID = new Set(['1', '2', '3', '19', '20', '21']);
const DENIED = '4';
const REVERSAL = '22';

export function isReversed({ segment }: RemittedClaim): boolean {
  return elementOf(segment, 2) === REVERSAL;
}

/** Patient responsibility, and what is over the rate, are no denials. */
export function isDenial({ group, carc }: Pick<X12Adjustment, 'group' | 'carc'>): boolean {
  return group !== 'PR' && !(group === 'CO' && carc === '45');
}

/** The uses that a claim of an 835 paid, or took back. */
export function paymentsOf(claim: RemittedClaim, paying: Paying): X12Payment[] {
  const { segment, payer, lines, member } = claim;
  const status = elementOf(segment, 2);
  if (status === DENIED) return [];
  const leaveOut = (code: string, message: string, element = 'CLP02') => {
    paying.problems.add({ code, place: placeOf(segment, '2100', element), message });
    return [];
  };
  if (!PAID.has(status) && status !== REVERSAL)
    return leaveOut(
      'x12-status',
      'A claim is neither paid (CLP02 1, 2, 3, 19 to 21), denied (4) nor reversed (22): what was billed by it is left out.',
    );
  const jurisdiction = jurisdictionOf(paying.mapping, payer?.text ?? '');
  if (jurisdiction === undefined)
    return leaveOut(
      'x12-payer',
      'The payer is not in "payers": what it paid is left out, as toward whose limits it counts is not known. Name its identifier (N104) there.',
      'CLP',
    );
  if (member === undefined)
    return leaveOut(
      'x12-payment-without-member',
      'A paid claim has no identifier of its patient (NM1*74, NM1*QC): whose limits it counts toward is not known, and it is left out.',
      'CLP',
    );
  if (lines.length === 0)
    return leaveOut(
      'x12-payment-without-lines',
      'A paid claim has no service lines: the units that it paid are not known, and it is left out.',
      'CLP',
    );
  const by = { claim, jurisdiction, member };
  return lines.flatMap((line) => paymentOf(line, by, paying));
}

/** Of whom, and by whom, a line was paid. */
interface Payer {
  readonly claim: RemittedClaim;
  readonly jurisdiction: string;
  readonly member: Stated;
}

function paymentOf(line: RemittedLine, payer: Payer, paying: Paying): X12Payment[] {
  const { judged, days } = line;
  const { claim, jurisdiction, member } = payer;
  const { problems, services } = paying;
  const leaveOut = (code: string, what: string, element: string) => {
    const message = `${what} What was paid by the line is left out.`;
    problems.add({ code, place: inLine(line, element), message });
    return [];
  };
  if (isDeniedLine(line)) return [];
  if (judged === undefined)
    return leaveOut('x12-payment-without-hcpcs', 'SVC01 names no HCPCS code (HC).', 'SVC01');
  if (days === undefined)
    return leaveOut(
      'x12-payment-day',
      'No day of service that exists is stated (DTM*472, 150 and 151, or 232 and 233 of the claim).',
      'SVC',
    );
  const units = unitsOf(line, claim);
  if (units === undefined) return leaveOut('x12-payment-units', 'SVC05 is no number of units.', 'SVC05');
  if (units === 0) return [];
  const fitting = codesThatFit(codesIn(services, jurisdiction), readCode(judged), days.dateOfService);
  const service = onlyService(fitting);
  if (fitting.length > 0 && service === undefined)
    return leaveOut(
      'x12-several-services',
      'Several services on file have the code: which was paid is not known.',
      'SVC01',
    );
  const [id, payerClaimId] = [statedAt(claim.segment, '2100', 1), statedAt(claim.segment, '2100', 7)];
  const value: PriorUse = {
    ...(id && { id: id.text }),
    ...(service === undefined ? { service: null, ...judged } : { service: service.id }),
    ...(payerClaimId && { payerClaimId: payerClaimId.text }),
    memberId: member.text,
    ...days,
    units,
  };
  const code = inLine(line, 'SVC01-2');
  const inDoubt = services.some((one) => one.jurisdiction === jurisdiction && mayBeOf(value, one, services));
  if (service === undefined && inDoubt)
    problems.add({
      code: 'x12-code-not-on-file',
      place: code,
      message:
        'No definition on file has the code of a paid line: it may be of a service without a code, whose limits and duplicates are not known for its member. State that code in "codes" of the configuration.',
    });
  return [
    {
      value,
      places: {
        '': inLine(line, 'SVC'),
        ...(id && { '/id': id.place }),
        '/service': code,
        ...(service === undefined && { '/procedureCode': code }),
        ...(payerClaimId && { '/payerClaimId': payerClaimId.place }),
        '/memberId': member.place,
        '/units': inLine(line, 'SVC05'),
      },
      line: line.segment.line,
      ...(claim.paidOn !== undefined && { paidOn: claim.paidOn }),
    },
  ];
}

/** Left out, it is one. Units below zero take back: an 835 states them with either sign. */
function unitsOf({ segment }: RemittedLine, claim: RemittedClaim): number | undefined {
  const text = elementOf(segment, 5);
  if (!isReversed(claim)) return text === '' ? 1 : quantityOf(text);
  const units = text === '' ? 1 : quantityOf(text.replace(/^-/, ''));
  return units === undefined ? undefined : -(units === 0 ? 1 : units);
}

/** A line of a paid claim on which nothing was paid, as denials take all that was charged. */
function isDeniedLine({ segment, adjustments }: RemittedLine): boolean {
  const [charge, paid] = [2, 3].map((number) => amountOf(elementOf(segment, number).replace(/^-/, '')));
  if (charge === undefined || paid !== '0.00') return false;
  // What an earlier payer paid (OA-23) is no denial.
  const denied = adjustments.filter((one) => isDenial(one) && one.carc !== '23');
  const amounts = denied.flatMap(({ amount }) => amount?.replace(/^-/, '') ?? []);
  return denied.length > 0 && compareMoney(sum(amounts), charge) >= 0;
}
