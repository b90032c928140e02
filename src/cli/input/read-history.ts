import { cancelReversals, readX12RemittancesStream, type X12Payment } from '../../adapters/x12/index.js';
import { issueInWords, type InputIssue } from '../../facts/input-error.js';
import { acceptMemberUse, acceptUse } from '../../facts/generated/acceptors.js';
import { parse } from '../../facts/parse.js';
import { memberUseSchema, useSchema } from '../../facts/prior-use.js';
import { isReversal, NOTHING_TO_REVERSE, settled } from '../../facts/history.js';
import type { PriorUse } from '../../facts/generated/types.js';
import { notice, type Notice } from '../../findings/notices.js';
import type { Place } from '../../reports/index.js';
import { fileName } from '../../reports/text/page.js';
import type { Io } from '../io.js';
import { UsageError } from '../usage-error.js';
import { noticesOf } from './found-notices.js';
import { placeIn, type InputRecord } from './input-record.js';
import { usesOfRecord, type ReadUse } from './prior-use-of.js';
import type { Asked } from './asked.js';
import { readRecords } from './read-records.js';
import { isTable, readSource, type Source } from './read-source.js';
import { decodedX12, isRemittance, x12Refused } from './read-x12-file.js';

/** What was billed before, and where it is written. */
export interface StatedHistory {
  readonly uses: readonly PriorUse[];
  /** Of each use. */
  readonly places: readonly Place[];
  /** What a person should know of how it was read. */
  readonly notices: readonly Notice[];
}

/** In a batch each prior use states whose it is. */
const ofMembers: ReadUse = (value) => parse(memberUseSchema, value, acceptMemberUse);

/** Of one member alone, none needs to. */
const ofOneMember: ReadUse = (value) => parse(useSchema, value, acceptUse);

/** Stated in place of a file: nothing else was billed. */
export const NOTHING_BILLED = 'none';

const MOST_PROBLEMS_SHOWN = 20;

/** The units already billed, of every file together. A record that cannot be read would make every limit wrong. */
export async function readHistory(files: readonly string[], asked: Asked, io: Io): Promise<StatedHistory> {
  return readUses(files, ofMembers, asked, io);
}

/** The same, of one member. Uses of several would add up to what nobody used. */
export async function readHistoryOfOne(
  files: readonly string[],
  asked: Asked,
  io: Io,
): Promise<StatedHistory> {
  const history = await readUses(files, ofOneMember, asked, io);
  const members = new Set(history.uses.flatMap(({ memberId }) => memberId ?? []));
  if (members.size <= 1) return history;
  throw new UsageError([
    `${files.join(', ')}: holds what ${String(members.size)} members used; give that of one`,
  ]);
}

/** What was stated to be billed before, and what files that are checked say of it. */
export function withFound(
  stated: StatedHistory | undefined,
  found: readonly PriorUse[] | undefined,
): StatedHistory | undefined {
  if (found === undefined) return stated;
  const { uses = [], places = [], notices = [] } = stated ?? {};
  return { uses: [...uses, ...found], places, notices };
}

/** What is read so far. */
interface Collected {
  readonly found: FoundUse[];
  readonly payments: Paid[];
  readonly notices: Notice[];
  /** Numbers of claims that others stand for. */
  readonly replaced: Set<string>;
}

interface FoundUse {
  readonly use: PriorUse;
  readonly place: Place;
}

interface Paid {
  readonly payment: X12Payment;
  readonly file: string;
}

async function readUses(
  files: readonly string[],
  read: ReadUse,
  asked: Asked,
  io: Io,
): Promise<StatedHistory> {
  if (files.includes(NOTHING_BILLED)) {
    if (files.length === 1) return { uses: [], places: [], notices: [] };
    throw new UsageError(['--history none says that nothing else was billed; leave it out beside files']);
  }
  const all: Collected = { found: [], payments: [], notices: [], replaced: new Set() };
  for (const file of files) {
    const source = await readSource(file, io);
    if (source.kind === 'x12' && isRemittance(source.bytes)) await addRemittance(source, asked, all);
    else await addRecords(source, read, asked, all);
  }
  const stands = all.found.filter(({ use: { id, payerClaimId } }) =>
    [id, payerClaimId].every((number) => number == null || !all.replaced.has(number)),
  );
  const paid = settledPayments(all.payments, stands);
  const found = [...stands, ...paid.found];
  refuseReversals(found);
  const reversals = found.filter(({ use }) => isReversal(use)).length;
  return {
    uses: found.map(({ use }) => use),
    places: found.map(({ place }) => place),
    notices: [
      ...all.notices,
      ...paid.notices,
      ...(reversals === 0 ? [] : [notice('reversals', { count: reversals })]),
    ],
  };
}

/** What an 835 paid and took back. What cannot be told of it is left out, and said. */
async function addRemittance(
  { file, bytes }: Source,
  { maps, checker }: Asked,
  all: Collected,
): Promise<void> {
  async function* whole() {
    yield await Promise.resolve(decodedX12(bytes));
  }
  const stream = x12Refused(file, maps, () => readX12RemittancesStream(whole(), maps.ofX12(), { checker }));
  for await (const { payments } of stream.records)
    for (const payment of payments) all.payments.push({ payment, file });
  all.notices.push(
    notice('file-read', { file: fileName(file), form: 'X12 payments (835)', told: [] }),
    ...noticesOf(stream.problems(), fileName(file)),
  );
}

/** Payments once their reversals have cancelled what they take back, in any of the files. */
function settledPayments(
  payments: readonly Paid[],
  others: readonly FoundUse[],
): { readonly found: FoundUse[]; readonly notices: readonly Notice[] } {
  const named = payments.map(({ payment, file }): X12Payment => {
    const place = String(payment.places['']);
    return { ...payment, places: { ...payment.places, '': `${fileName(file)}: ${place}` } };
  });
  const files = new Map(named.map((payment, index) => [String(payment.places['']), payments[index]]));
  const { records, problems } = cancelReversals(
    named,
    others.map(({ use }) => use),
  );
  return {
    found: records.map(({ value, places, line }) => {
      const file = files.get(String(places['']))?.file ?? '';
      return { use: value, place: { file, ...(line !== undefined && { line }) } };
    }),
    notices: noticesOf(problems),
  };
}

async function addRecords(source: Source, read: ReadUse, asked: Asked, all: Collected): Promise<void> {
  const { file, kind } = source;
  const { records, notices, history } = await recordsOfHistory(source, asked);
  all.notices.push(...notices);
  if (kind === 'fhir') {
    if (history === undefined)
      throw new UsageError([
        `${file}: holds no ExplanationOfBenefit of which all can be read, so that what was billed before is not known`,
        ...notices.map(({ message }) => message),
      ]);
    for (const use of history) all.found.push({ use, place: { file } });
    return;
  }
  const problems: { readonly line: number | undefined; readonly issue: InputIssue }[] = [];
  for (const record of records) {
    const uses = readRecord(record, read, asked);
    if (!uses.ok) for (const issue of uses.issues) problems.push({ line: record.line, issue });
    else {
      for (const use of uses.value.uses) all.found.push({ use, place: placeIn(file, record) });
      if (uses.value.replaces !== undefined) all.replaced.add(uses.value.replaces);
    }
  }
  // A cell that was read as empty may be the very one that is missed.
  if (problems.length > 0)
    throw new UsageError([...inWords(problems, file), ...notices.map(({ message }) => message)]);
}

async function recordsOfHistory(source: Source, asked: Asked) {
  if (source.kind === 'workbook' || isTable(source)) {
    const { readTableFile } = await import('./read-table-file.js');
    return { history: undefined, ...(await readTableFile(source, asked, 'uses')) };
  }
  return { history: undefined, ...(await readRecords(source, asked)) };
}

function readRecord({ value, issues }: InputRecord, read: ReadUse, { checker }: Asked) {
  return issues.length > 0 ? ({ ok: false, issues } as const) : usesOfRecord(value, read, checker);
}

function refuseReversals(found: readonly FoundUse[]): void {
  const ofNothing = settled(found.map(({ use }) => use)).reversingNothing.flatMap(
    (index) => found[index] ?? [],
  );
  if (ofNothing.length === 0) return;
  const issue: InputIssue = {
    code: 'does-not-fit',
    path: '/units',
    message: `expected ${NOTHING_TO_REVERSE}, found none`,
  };
  throw new UsageError(
    ofNothing.map(({ place: { file, line } }) => `${file}:${String(line)}: ${issueInWords(issue)}`),
  );
}

/** What is wrong in many records is said once. */
function inWords(
  problems: readonly { readonly line: number | undefined; readonly issue: InputIssue }[],
  file: string,
): string[] {
  const all = new Map<string, { readonly line: number | undefined; count: number }>();
  for (const { line, issue } of problems) {
    const said = issueInWords(issue);
    const before = all.get(said);
    if (before === undefined) all.set(said, { line, count: 1 });
    else before.count += 1;
  }
  const lines = [...all].map(([said, { line, count }]) => {
    const more = count === 1 ? '' : ` (and in ${String(count - 1)} more records)`;
    return `${file}:${String(line)}: ${said}${more}`;
  });
  const more = lines.length - MOST_PROBLEMS_SHOWN;
  return more > 0 ? [...lines.slice(0, MOST_PROBLEMS_SHOWN), `${file}: and ${String(more)} more`] : lines;
}
