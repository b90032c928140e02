import type { CivilDate } from '../../values/civil-date.js';
import type { Money } from '../../values/money.js';
import type { Problems } from '../reader.js';
import { statedAt, type Stated } from './line.js';
import { componentsOf, elementOf } from './tokenizer.js';
import { placeOf, readerOf, type Placed, type Reader } from './transactions.js';
import { amountOf, dayOf, spanOf, type Days } from './values.js';

/** An adjustment of an 835, by the numbers of its codes. */
export interface X12Adjustment {
  /** Group code: to whom it is laid. */
  readonly group: string;
  /** Claim adjustment reason code. */
  readonly carc: string;
  /** In US dollars, with a leading minus where it gives back; left out where it cannot be read. */
  readonly amount?: Money;
  readonly place: string;
}

/** A procedure as an 835 names it. */
export interface RemittedCode {
  readonly procedureCode: string;
  readonly modifiers: readonly string[];
}

/** A service line of an 835, loop 2110. */
export interface RemittedLine {
  readonly segment: Placed;
  /** As it was judged (SVC01); nothing where it is no HCPCS code. */
  readonly judged: RemittedCode | undefined;
  /** As it was sent (SVC06), where that differs. */
  readonly sent: RemittedCode | undefined;
  readonly days: Days | undefined;
  readonly key: Stated | undefined;
  readonly adjustments: readonly X12Adjustment[];
  readonly remarks: readonly string[];
}

/** A claim of an 835, loop 2100. */
export interface RemittedClaim {
  readonly segment: Placed;
  readonly payer: Stated | undefined;
  /** BPR16: the day of payment. */
  readonly paidOn: CivilDate | undefined;
  /** NM1*74, which corrects it, else NM1*QC. */
  readonly member: Stated | undefined;
  readonly adjustments: readonly X12Adjustment[];
  /** MOA03 to MOA07. */
  readonly remarks: readonly string[];
  readonly lines: readonly RemittedLine[];
}

/** Dates of a loop, by what they are. */
type Dates = Record<string, string>;

interface OpenLine {
  readonly segment: Placed;
  readonly dates: Dates;
  key?: Stated | undefined;
  readonly adjustments: X12Adjustment[];
  readonly remarks: string[];
}

interface OpenClaim {
  readonly segment: Placed;
  readonly dates: Dates;
  corrected?: Stated | undefined;
  patient?: Stated | undefined;
  readonly adjustments: X12Adjustment[];
  readonly remarks: string[];
  readonly lines: OpenLine[];
}

/** Reads the claims of an 835, each when it is done. */
export function remittanceReader(problems: Problems): Reader<RemittedClaim> {
  let payer: Stated | undefined;
  let paidOn: CivilDate | undefined;
  let claim: OpenClaim | undefined;

  function* endClaim(isWhole: boolean): Generator<RemittedClaim> {
    if (claim === undefined) return;
    const { segment, dates, corrected, patient, adjustments, remarks, lines } = claim;
    claim = undefined;
    yield {
      segment,
      payer,
      paidOn,
      member: corrected ?? patient,
      adjustments,
      remarks,
      // Of the last one before the text breaks off, something may be missing.
      lines: (isWhole ? lines : lines.slice(0, -1)).map((line) => lineOf(line, dates)),
    };
  }

  function* take(segment: Placed): Generator<RemittedClaim> {
    const [id = ''] = segment.elements;
    switch (id) {
      case 'CLP':
        yield* endClaim(true);
        claim = { segment, dates: {}, adjustments: [], remarks: [], lines: [] };
        break;
      case 'LX':
      case 'PLB':
        yield* endClaim(true);
        break;
      case 'BPR':
        paidOn = dayOf(elementOf(segment, 16));
        break;
      case 'N1':
        if (elementOf(segment, 1) === 'PR') payer = statedAt(segment, '1000A', 4);
        break;
      default:
        if (claim !== undefined) inClaim(claim, segment, id);
    }
  }

  return readerOf(
    { code: '835', guide: 'X221', name: '835 (005010X221A1)' },
    {
      start() {
        payer = undefined;
        paidOn = undefined;
      },
      take,
      end: endClaim,
    },
    problems,
  );
}

function inClaim(claim: OpenClaim, segment: Placed, id: string): void {
  const line = claim.lines.at(-1);
  const within = line ?? claim;
  const loop = line === undefined ? '2100' : '2110';
  const qualifier = elementOf(segment, 1);
  switch (id) {
    case 'SVC':
      claim.lines.push({ segment, dates: {}, adjustments: [], remarks: [] });
      break;
    case 'NM1':
      if (qualifier === '74') claim.corrected = statedAt(segment, loop, 9);
      if (qualifier === 'QC') claim.patient = statedAt(segment, loop, 9);
      break;
    case 'DTM':
      within.dates[qualifier] = elementOf(segment, 2);
      break;
    case 'CAS':
      within.adjustments.push(...adjustmentsIn(segment, loop));
      break;
    case 'MOA':
      for (let number = 3; number <= 7; number += 1) addRemark(within, elementOf(segment, number));
      break;
    case 'LQ':
      if (qualifier === 'HE') addRemark(within, elementOf(segment, 2));
      break;
    case 'REF':
      if (qualifier === '6R' && line !== undefined) line.key = statedAt(segment, loop, 2);
      break;
  }
}

function addRemark({ remarks }: Pick<OpenClaim, 'remarks'>, remark: string): void {
  if (remark !== '') remarks.push(remark);
}

/** One CAS holds up to six adjustments of its group: a reason, an amount and a quantity each. */
function adjustmentsIn(segment: Placed, loop: string): X12Adjustment[] {
  const found: X12Adjustment[] = [];
  for (let number = 2; number < segment.elements.length; number += 3) {
    const reason = statedAt(segment, loop, number);
    if (reason === undefined) continue;
    const amount = signedAmountOf(elementOf(segment, number + 1));
    found.push({
      group: elementOf(segment, 1),
      carc: reason.text,
      ...(amount !== undefined && { amount }),
      place: reason.place,
    });
  }
  return found;
}

function signedAmountOf(text: string): Money | undefined {
  const amount = amountOf(text.replace(/^-/, ''));
  return amount !== undefined && text.startsWith('-') ? `-${amount}` : amount;
}

function lineOf({ segment, dates, key, adjustments, remarks }: OpenLine, ofClaim: Dates): RemittedLine {
  return {
    segment,
    judged: codeIn(segment, 1),
    sent: codeIn(segment, 6),
    days: daysIn('472' in dates || '150' in dates ? dates : ofClaim),
    key,
    adjustments,
    remarks,
  };
}

function codeIn(segment: Placed, number: number): RemittedCode | undefined {
  const [qualifier, procedureCode = '', ...others] = componentsOf(segment, number);
  if (qualifier !== 'HC' || procedureCode === '') return undefined;
  return { procedureCode, modifiers: others.slice(0, 4).filter((modifier) => modifier !== '') };
}

/** The day of service, else the first and last one of a line (150, 151) or claim (232, 233). */
function daysIn({
  472: day,
  150: first,
  151: last,
  232: claimFirst,
  233: claimLast,
}: Dates): Days | undefined {
  if (day !== undefined) return spanOf(day, day);
  const [from, through] = first === undefined ? [claimFirst, claimLast] : [first, last];
  return from === undefined ? undefined : spanOf(from, through ?? from);
}

/** Where a part of a line stands. */
export function inLine({ segment }: RemittedLine, element: string): string {
  return placeOf(segment, '2110', element);
}
