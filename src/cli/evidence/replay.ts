import {
  replay as replayOne,
  replayRecords,
  type AuditRecord,
  type EntryRecord,
  type WhyNotSame,
} from '../../evidence/record.js';
import type { CheckOptions, Session } from '../../index.js';
import { counted, paragraph } from '../../reports/text/layout.js';
import { exitStatuses } from '../exit-status.js';
import { askedOf, type Asked, type AskedOptions } from '../input/asked.js';
import { valueToCheck } from '../input/input-record.js';
import { readJoins } from '../input/joins.js';
import { readFiles } from '../input/read-files.js';
import { readHistory, withFound } from '../input/read-history.js';
import { readsOnce } from '../input/reads-once.js';
import type { Io } from '../io.js';
import type { Answer } from '../look-ups/answer.js';
import type { MissingFacts } from '../missing-facts.js';
import { withProgress } from '../progress.js';
import { say } from '../say.js';
import type { JoinKey } from '../../adapters/tables/index.js';
import { UsageError } from '../usage-error.js';
import { readAuditRecords, type ReadAuditRecord } from './read-audit-records.js';
import { readSeal } from './read-seal.js';
import { tellingJudge, type Judge } from './replay-judge.js';
import { waiversMissed } from './settings-of-waivers.js';

interface ReplayRequest extends AskedOptions {
  readonly record: string;
  /** What was checked. */
  readonly files: readonly string[];
  readonly seal?: string;
  readonly history?: readonly string[];
  readonly asOf?: string;
  readonly missingFacts?: MissingFacts;
  readonly facts?: readonly string[];
  readonly by?: readonly JoinKey[];
}

/** What a record is held against. */
interface Given {
  readonly entries: readonly unknown[] | undefined;
  readonly options: CheckOptions | undefined;
  readonly seal: string | undefined;
  readonly judge: Judge;
}

interface NotSame {
  readonly line: number;
  readonly why: WhyNotSame;
}

/** Checks again what audit records were made of, and says of which the same does not come out. */
export async function replay(request: ReplayRequest, io: Io): Promise<Answer> {
  const { record, seal: sealFile, waivers = [] } = request;
  readsOnce([record, sealFile, ...request.files, ...(request.history ?? []), ...waivers]);
  const records = await readAuditRecords(record, io);
  const seal = sealFile === undefined ? undefined : await readSeal(sealFile, io);
  const { asked } = await askedOf(request, request.files.length, io);
  const { checker } = asked;
  const given = { ...(await readGiven(request, asked, io)), seal };
  refuseUnknown(record, records, given);
  const differing = await withProgress(records.length, io, (onChecked) => {
    const judge = onChecked === undefined ? checker : tellingJudge(checker, onChecked);
    return batchesIn(records).flatMap((batch) => replayed(batch, { ...given, judge }));
  });
  const notSame = [...brokenLinks(records), ...differing].sort((one, other) => one.line - other.line);
  const otherwise = new Set(notSame.flatMap(({ line, why }) => (why === 'definition' ? line : [])));
  const judgedOtherwise = records.filter(({ line }) => otherwise.has(line));
  say(waiversMissed(record, judgedOtherwise, checker), io);
  const [first] = notSame;
  return {
    text: [...inWords(notSame, records.length)].join(''),
    json:
      first === undefined
        ? { same: true, records: records.length }
        : { same: false, why: first.why, records: records.length, notSame },
    status: first === undefined ? exitStatuses.allBillable : exitStatuses.notBillable,
  };
}

/** What was checked, as a check reads it; nothing where no file is named. */
async function readGiven(
  request: ReplayRequest,
  asked: Asked,
  io: Io,
): Promise<Pick<Given, 'entries' | 'options'>> {
  const { files, asOf, missingFacts } = request;
  if (files.length === 0) {
    const unused = [
      request.history && '--history',
      asOf && '--as-of',
      missingFacts && '--missing-facts',
      request.facts && '--facts',
    ];
    say(
      unused.flatMap((option) =>
        option === undefined ? [] : `${option} is not used: it goes with the files that were checked`,
      ),
      io,
    );
    return { entries: undefined, options: undefined };
  }
  const billed = request.history === undefined ? undefined : await readHistory(request.history, asked, io);
  const input = await readFiles(files, asked, await readJoins(request, asked, io), io);
  say(asked.maps.unused(), io);
  const history = withFound(billed, input.history)?.uses;
  return {
    entries: input.records.map(valueToCheck),
    options: { history, asOf, ...(missingFacts === 'report' && { missingFacts }) },
  };
}

function refuseUnknown(
  file: string,
  records: readonly ReadAuditRecord[],
  { entries, seal }: Pick<Given, 'entries' | 'seal'>,
): void {
  const isSealed = records.some(({ record }) => 'sealed' in record.asked);
  if (isSealed && (entries === undefined || seal === undefined))
    throw new UsageError([
      `${file}: is under a seal; name the files that were checked after it, with the --history and --as-of of the check, and --seal FILE with the seal`,
    ]);
  if (
    entries !== undefined &&
    batchesIn(records).length > 1 &&
    records.some(({ record }) => isOfBatch(record))
  )
    throw new UsageError([
      `${file}: holds the records of several checks; replay each by itself with the files that it checked`,
    ]);
}

type Batch = readonly [ReadAuditRecord, ...ReadAuditRecord[]];

/** The records of one check after another; each that stands for itself alone. */
function batchesIn(records: readonly ReadAuditRecord[]): Batch[] {
  const batches: [ReadAuditRecord, ...ReadAuditRecord[]][] = [];
  for (const one of records) {
    const before = batches.at(-1);
    const goesOn = isOfBatch(one.record) && one.record.asked.among.entry !== 0;
    if (before !== undefined && goesOn && isOfBatch(before[0].record)) before.push(one);
    else batches.push([one]);
  }
  return batches;
}

function isOfBatch(record: AuditRecord | EntryRecord): record is EntryRecord {
  return 'among' in record.asked;
}

function replayed(batch: Batch, { entries, options, seal, judge }: Given): NotSame[] {
  const [{ record: first, line }] = batch;
  if (!isOfBatch(first)) {
    const said = replayOne(first, {
      session: entries?.[line - 1] as Session | undefined,
      options,
      seal,
      checker: judge,
    });
    return said.same ? [] : [{ line, why: said.why }];
  }
  const said = replayRecords(
    batch.map(({ record }) => record as EntryRecord),
    { entries, options, seal, checker: judge },
  );
  if (said.same) return [];
  return said.records.flatMap(({ record, why }) =>
    batch.slice(record, record + 1).map((one) => ({ line: one.line, why })),
  );
}

/** Records for themselves may be a chain, too. */
function brokenLinks(records: readonly ReadAuditRecord[]): NotSame[] {
  return records.flatMap(({ record, line }, index) => {
    const before = records[index - 1]?.record.digest;
    const isLinked = isOfBatch(record) || record.previous === undefined || before === undefined;
    return isLinked || record.previous === before ? [] : [{ line, why: 'changed' as const }];
  });
}

const reasons: Readonly<Record<WhyNotSame, string>> = {
  changed: 'is not as it was made, or records before or after it are missing',
  facts: 'was asked something else than what is given',
  definition: 'was judged by another definition, or with other settings',
  version: 'was judged by another version of this package; replay it with the one that it names',
  outcome: 'came out otherwise, of the same facts and definition',
};

const MOST_TOLD = 20;

function* inWords(notSame: readonly NotSame[], records: number): Generator<string> {
  if (notSame.length === 0) {
    yield `The same comes out of ${counted(records, 'record')}.\n`;
    return;
  }
  yield `Not the same: ${String(notSame.length)} of ${counted(records, 'record')}\n`;
  for (const { line, why } of notSame.slice(0, MOST_TOLD))
    yield paragraph(`line ${String(line)} ${reasons[why]} (${why})`, '  ', '    ');
  const more = notSame.length - MOST_TOLD;
  if (more > 0) yield `  and ${counted(more, 'record')} more\n`;
}
