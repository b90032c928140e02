import {
  explainDenials as explain,
  readX12Claims,
  readX12Remittances,
  type DenialsExplained,
  type ExplainedDenial,
  type ForecastSum,
  type X12Answer,
  type X12Claim,
  type X12Payment,
} from '../../adapters/x12/index.js';
import type { JoinKey } from '../../adapters/tables/index.js';
import type { PriorUse } from '../../facts/generated/types.js';
import { fileName, keyInWords } from '../../reports/text/page.js';
import { counted, paragraph } from '../../reports/text/layout.js';
import { askedOf } from '../input/asked.js';
import { noticesOf } from '../input/found-notices.js';
import { readJoins } from '../input/joins.js';
import { readHistory } from '../input/read-history.js';
import { isTable, readSource, type Source } from '../input/read-source.js';
import { decodedX12, isRemittance, x12Refused } from '../input/read-x12-file.js';
import type { Io } from '../io.js';
import { say } from '../say.js';
import { UsageError } from '../usage-error.js';
import type { Answer } from './answer.js';

interface DenialsRequest {
  readonly era: string;
  readonly claims: readonly string[];
  readonly history?: readonly string[];
  readonly asOf?: string;
  readonly facts?: readonly string[];
  readonly by?: readonly JoinKey[];
  readonly map?: readonly string[];
  readonly jurisdiction?: string;
  readonly claimDiagnoses?: boolean;
  readonly config?: string;
}

/** Which of our findings forecast what a payer denied. */
export async function explainDenials(request: DenialsRequest, io: Io): Promise<Answer> {
  const { era, claims: files, history: stated, asOf } = request;
  if (stated === undefined)
    throw new UsageError([
      'state what was billed before with --history FILE, or --history none if nothing else was; without it no unit limit and no duplicate is checked',
    ]);
  const { asked } = await askedOf(request, files.length, io);
  const { checker, maps } = asked;
  const answered = await x12Source(era, io);
  if (!isRemittance(answered.bytes))
    throw new UsageError([
      `${era}: is no 835; the first file is what the payer answered, then come the claims`,
    ]);
  const {
    records: payments,
    answers,
    problems,
  } = x12Refused(era, maps, () => readX12Remittances(decodedX12(answered.bytes), maps.ofX12(), { checker }));
  const told = noticesOf(problems, fileName(era));
  const history = await readHistory(stated, asked, io);
  const claims: X12Claim[] = [];
  for (const file of files) {
    const source = await x12Source(file, io);
    if (isRemittance(source.bytes))
      throw new UsageError([`${file}: is an 835; the claims it answers are an 837P`]);
    const read = x12Refused(file, maps, () => readX12Claims(decodedX12(source.bytes), maps.ofX12()));
    claims.push(...read.records);
    told.push(...noticesOf(read.problems, fileName(file)));
  }
  const join = await readJoins(request, asked, io);
  const values = claims.map((claim) => (join === undefined ? claim.value : join.add(claim).value));
  const uses = withoutPaid(history.uses, payments);
  const { results } = checker.checkRecords(values, { history: [...uses], asOf });
  const explained = explain(
    results.flatMap((result, index) => claims.slice(index, index + 1).map((claim) => ({ claim, result }))),
    answers,
  );
  const notices = [...history.notices, ...told, ...(join?.notices() ?? [])];
  say([...notices.map(({ message }) => message), ...maps.unused()], io);
  return { text: [...inWords(explained, answers, claims.length)].join(''), json: explained };
}

/** @throws UsageError if a file is no X12. */
async function x12Source(file: string, io: Io): Promise<Source> {
  const source = await readSource(file, io);
  if (source.kind !== 'x12')
    throw new UsageError([
      `${file}: is ${isTable(source) ? 'a table' : 'no X12 file'}; billability explain-denials takes an 835 and the 837P that it answers`,
    ]);
  return source;
}

/** What was billed before, but for what the answers themselves pay: that is what is checked. */
function withoutPaid(uses: readonly PriorUse[], payments: readonly X12Payment[]): PriorUse[] {
  const numbers = new Set(payments.flatMap(({ value: { payerClaimId } }) => payerClaimId ?? []));
  const keyOf = ({ id, service, procedureCode, memberId, dateOfService }: PriorUse) =>
    JSON.stringify([id, service, procedureCode, memberId, dateOfService]);
  const paid = new Set(payments.flatMap(({ value }) => (value.id == null ? [] : [keyOf(value)])));
  return uses.filter(
    (use) =>
      !(use.payerClaimId != null && numbers.has(use.payerClaimId)) &&
      !(use.id != null && paid.has(keyOf(use))),
  );
}

const matches = {
  exact: 'forecast with group, reason and remark',
  carc: 'forecast by the reason alone',
  none: 'by none of our rules',
  'not-checked': 'of claims that are not among those checked',
} as const;

function* inWords(
  { denials, counts, sums }: DenialsExplained,
  answers: readonly X12Answer[],
  claims: number,
): Generator<string> {
  yield paragraph(
    `${counted(denials.length, 'denial')} in ${counted(answers.length, 'answer')} of the payer, held against ${counted(claims, 'claim')}.`,
    '',
  );
  if (denials.length === 0)
    yield paragraph('What is over the rate (CO-45) and what the patient owes (PR) are no denials.', '');
  for (const match of ['exact', 'carc', 'none', 'not-checked'] as const) {
    if (counts[match] > 0) yield `  ${String(counts[match]).padStart(6)} ${matches[match]}\n`;
  }
  for (const match of ['exact', 'carc', 'none', 'not-checked'] as const) {
    const ofMatch = denials.filter((one) => one.match === match);
    if (ofMatch.length === 0) continue;
    yield `\n${matches[match].charAt(0).toUpperCase()}${matches[match].slice(1)}\n`;
    for (const denial of ofMatch) yield* denialInWords(denial);
  }
  yield* sumsInWords(sums);
}

function* denialInWords(denial: ExplainedDenial): Generator<string> {
  const { group, carc, rarcs, amount, claimId, lineNumbers, forecasts, place } = denial;
  const remarks = rarcs.length === 0 ? '' : `, remark ${rarcs.join(', ')}`;
  const money = amount === undefined ? '' : `, $${amount}`;
  const lines = lineNumbers.length === 0 ? 'the claim as a whole' : `line ${lineNumbers.join(', ')}`;
  yield paragraph(
    `${group}-${carc}${remarks}${money}: ${lines}${keyInWords(claimId)}, at ${place}`,
    '  ',
    '    ',
  );
  for (const rule of new Set(forecasts.map((one) => one.rule))) yield `    ${rule}\n`;
}

function* sumsInWords(sums: readonly ForecastSum[]): Generator<string> {
  if (sums.length === 0) return;
  yield '\nHow often our forecasts came true, over the claims that were answered\n';
  for (const { rule, denial, forecast, exact, byCarc } of sums) {
    const code = `${denial.group}-${denial.carc}${denial.rarc === undefined ? '' : `/${denial.rarc}`}`;
    const cameTrue = [
      `${String(exact)} exactly`,
      ...(byCarc > 0 ? [`${String(byCarc)} by the reason alone`] : []),
    ];
    yield paragraph(`${rule}, ${code}: ${counted(forecast, 'time')}, ${cameTrue.join(', ')}`, '  ', '    ');
  }
}
