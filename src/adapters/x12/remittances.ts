import type { Checker } from '../../check/checker.js';
import type { PriorUse } from '../../facts/generated/types.js';
import type { CivilDate } from '../../values/civil-date.js';
import { services } from '../../services/index.js';
import type { Problem } from '../../facts/found.js';
import type { Problems } from '../reader.js';
import { readMapping, type X12Mapping } from './mapping.js';
import { isReversed, paymentsOf, type X12Payment } from './payments.js';
import { readStream, readWhole, type X12Stream } from './reading.js';
import {
  inLine,
  remittanceReader,
  type RemittedClaim,
  type RemittedLine,
  type X12Adjustment,
} from './remittance.js';
import { cancelReversals } from './reversals.js';
import { elementOf } from './tokenizer.js';
import { placeOf, type Reader } from './transactions.js';

/** A service line that a payer answered. */
export interface X12AnsweredLine {
  /** The number that the sender gave the line (REF*6R). */
  readonly key?: string;
  /** The code as it was sent (SVC06, else SVC01), where it is a HCPCS code. */
  readonly procedureCode?: string;
  readonly modifiers?: readonly string[];
  readonly dateOfService?: CivilDate;
  readonly dateOfServiceThrough?: CivilDate;
}

/** What a payer answered to a service line, or to a claim as a whole. */
export interface X12Answer {
  /** The sender's own key of the claim (CLP01). */
  readonly claimId?: string;
  /** The payer's number of it (CLP07). */
  readonly payerClaimId?: string;
  /** CLP02. */
  readonly status: string;
  /** Left out of what is said of the claim as a whole. */
  readonly line?: X12AnsweredLine;
  readonly adjustments: readonly X12Adjustment[];
  /** Remark codes, of the line (LQ*HE) and of its claim (MOA). */
  readonly rarcs: readonly string[];
  readonly place: string;
}

/** What a claim of an 835 comes to. */
export interface X12Remitted {
  /** In units below zero what a reversal takes back, see {@link cancelReversals}. */
  readonly payments: readonly X12Payment[];
  /** What {@link explainDenials} takes. */
  readonly answers: readonly X12Answer[];
}

/** What judges the codes of an 835, and what it may take back. */
export interface X12RemittanceOptions {
  /** What has the services on file; the shipped ones where left out. */
  readonly checker?: Pick<Checker, 'services'> | undefined;
  /** Uses from elsewhere: a reversal may take back one of them. */
  readonly others?: readonly PriorUse[] | undefined;
}

function readerWith(mapping: X12Mapping, { checker }: X12RemittanceOptions) {
  const onFile = checker?.services ?? services;
  return (problems: Problems): Reader<X12Remitted> => {
    const reader = remittanceReader(problems);
    const paying = { mapping, services: onFile, problems };
    function* remitted(claims: Iterable<RemittedClaim>): Generator<X12Remitted> {
      for (const claim of claims) yield { payments: paymentsOf(claim, paying), answers: answersOf(claim) };
    }
    return { push: (chunk) => remitted(reader.push(chunk)), end: () => remitted(reader.end()) };
  };
}

/**
 * What an 835 (005010X221A1) says was paid, as uses before a check (`history`), and what it answered to each line. Uses
 * have no times. Denied claims and lines are no uses; reversals cancel what they take back, see {@link cancelReversals}.
 *
 * @param mapping whose rules apply, see {@link X12Mapping}.
 * @throws InputError if the mapping is malformed or tells no jurisdiction; a text that is no X12 is a problem.
 *
 * @example
 * const segments = [
 *   'ISA*00**00**ZZ*STATE*ZZ*RIVER*250416*0900*^*00501*000000201*0*T*:',
 *   'GS*HP*STATE*RIVER*20250416*0900*201*X*005010X221A1',
 *   'ST*835*0001',
 *   'N1*PR*STATE MEDICAID*XV*MO0001',
 *   'CLP*C-1*1*101.80*81.44*0*MC*2025106000001',
 *   'NM1*QC*1*DOE*SAM****MI*M-1',
 *   'SVC*HC:H2017:HO*81.44*81.44**4',
 *   'DTM*472*20250318',
 *   'SVC*HC:H2017:HO*20.36*0**0',
 *   'DTM*472*20250319',
 *   'CAS*CO*119*20.36',
 *   'LQ*HE*N362',
 *   'SE*11*0001',
 *   'GE*1*201',
 *   'IEA*1*000000201~',
 * ];
 * const { records, answers } = readX12Remittances(segments.join('~'), { payers: { MO0001: 'MO' } });
 * records.length; // 1
 * records[0]?.value; // { id: 'C-1', service: 'mo/H2017HO', payerClaimId: '2025106000001', memberId: 'M-1', dateOfService: '2025-03-18', units: 4 }
 * answers[1]?.rarcs; // [ 'N362' ]
 */
export function readX12Remittances(
  text: string,
  mapping: X12Mapping,
  options: X12RemittanceOptions = {},
): { records: X12Payment[]; answers: X12Answer[]; problems: Problem[] } {
  const { found, problems } = readWhole(text, readerWith(readMapping(mapping), options));
  const settled = cancelReversals(
    found.flatMap(({ payments }) => payments),
    options.others,
  );
  return {
    records: settled.records,
    answers: found.flatMap(({ answers }) => answers),
    problems: [...problems.all(), ...settled.problems],
  };
}

/**
 * The same as {@link readX12Remittances}, claim by claim, from pieces of text that may be cut anywhere. What a reversal
 * takes back may be in another file: {@link cancelReversals} tells when all are read.
 *
 * @throws InputError if the mapping is malformed or tells no jurisdiction.
 *
 * @example
 * async function historyOf(files: AsyncIterable<string>[]): Promise<X12Payment[]> {
 *   const payments: X12Payment[] = [];
 *   for (const chunks of files) {
 *     const { records } = readX12RemittancesStream(chunks, { jurisdiction: 'MO' });
 *     for await (const remitted of records) payments.push(...remitted.payments);
 *   }
 *   return cancelReversals(payments).records;
 * }
 */
export function readX12RemittancesStream(
  chunks: AsyncIterable<string>,
  mapping: X12Mapping,
  options: Pick<X12RemittanceOptions, 'checker'> = {},
): X12Stream<X12Remitted> {
  return readStream(chunks, readerWith(readMapping(mapping), options));
}

/** What was answered to each line, and to the claim as a whole; what is taken back answers nothing. */
function answersOf(claim: RemittedClaim): X12Answer[] {
  if (isReversed(claim)) return [];
  const { segment, adjustments, remarks, lines } = claim;
  const [claimId, payerClaimId] = [elementOf(segment, 1), elementOf(segment, 7)];
  const ofClaim = {
    ...(claimId !== '' && { claimId }),
    ...(payerClaimId !== '' && { payerClaimId }),
    status: elementOf(segment, 2),
  };
  const whole = { ...ofClaim, adjustments, rarcs: remarks, place: placeOf(segment, '2100', 'CLP') };
  const ofLines = lines.map((line) => ({
    ...ofClaim,
    line: sentLine(line),
    adjustments: line.adjustments,
    rarcs: [...new Set([...line.remarks, ...remarks])],
    place: inLine(line, 'SVC'),
  }));
  return adjustments.length > 0 || lines.length === 0 ? [whole, ...ofLines] : ofLines;
}

function sentLine({ key, sent, judged, days }: RemittedLine): X12AnsweredLine {
  return { ...(key && { key: key.text }), ...(sent ?? judged), ...days };
}
