import type { BatchSettings } from '../../check/entries.js';
import { partStreamsOf, sumsOf, type BatchPart } from '../../check/stream.js';
import { eachOnce } from '../../findings/notices.js';
import { openReport } from '../../reports/format.js';
import type { Format, ReportOptions } from '../../reports/index.js';
import { UsageError } from '../usage-error.js';
import { createTextBytes } from '../output/text-bytes.js';
import { checkPart, type CheckedPart } from './check-part.js';
import type { Chunk } from '../output/output.js';
import type { Grouped } from './grouped-pieces.js';
import type { Part, PartCutter } from './part-cutter.js';
import type { Pool } from './pool.js';

interface Parts extends Omit<Grouped, 'batches' | 'stream' | 'report'> {
  readonly file: string;
  readonly pieces: AsyncIterable<Buffer>;
  readonly settings: BatchSettings;
  readonly format: Format;
  readonly options: ReportOptions;
  readonly pool: Pick<Pool, 'check'>;
  readonly cutter: PartCutter;
  /** How many parts are read before the first of them is written. */
  readonly inFlight: number;
}

/** The report of a stream whose parts are checked beside each other, in the order of the file: the same text. */
export async function* partPieces(parts: Parts): AsyncGenerator<Chunk> {
  const { file, pieces, settings, format, options, pool, cutter, inFlight } = parts;
  const { onDone, onEnd, onRead, isInterrupted, advice } = parts;
  const report = openReport(format, options);
  const streams = partStreamsOf('records', settings);
  const check = { file, streams, format, options, text: createTextBytes() };
  const asked: { readonly part: Part; readonly checked: Promise<CheckedPart> }[] = [];
  const checkedParts: BatchPart[] = [];
  const members = new Set<string>();
  let head = report.start;

  function ask(part: Part): void {
    const checked = pool.check(part);
    // It is told when its turn comes.
    checked.catch(() => undefined);
    asked.push({ part, checked });
  }

  /** A member who was in a part before makes it another one, up to where that member comes back. */
  function inItsPlace(part: Part, checked: CheckedPart): CheckedPart {
    const isDone = (member: string) => members.has(member);
    const comesBack = [...checked.part.members.keys()].some(isDone);
    return comesBack ? checkPart({ ...part, bytes: checked.bytes }, check, isDone) : checked;
  }

  async function* inOrder(most: number): AsyncGenerator<Chunk> {
    while (asked.length > most && !isInterrupted()) {
      const [next] = asked.splice(0, 1) as [(typeof asked)[number]];
      const { written, done, part, problems } = inItsPlace(next.part, await next.checked);
      onDone(done);
      checkedParts.push(part);
      for (const member of part.members.keys()) members.add(member);
      // What heads the report comes with its first records, as one piece.
      if (!(written instanceof Uint8Array)) yield [head, ...report.records(written)].join('');
      else yield head === '' ? written : Buffer.concat([Buffer.from(head), written]);
      head = '';
      if (problems.length > 0) throw new UsageError(problems);
    }
  }

  for await (const piece of pieces) {
    for (const part of cutter.push(piece)) ask(part);
    onRead(piece.length);
    yield* inOrder(inFlight);
  }
  if (isInterrupted()) return;
  for (const part of cutter.end()) ask(part);
  yield* inOrder(0);
  if (isInterrupted()) return;
  const { totals, notices } = sumsOf(checkedParts, settings);
  onEnd({ totals, notices });
  yield [head, ...report.end({ totals, notices: eachOnce([...advice(), ...notices]) })].join('');
}
