import { parentPort, workerData } from 'node:worker_threads';
import { checkerOf, type CheckerConfig } from '../../check/checker.js';
import { partStreamsOf } from '../../check/stream.js';
import { configured } from '../../configured.js';
import { formats, type ReportOptions } from '../../reports/index.js';
import type { MissingFacts } from '../missing-facts.js';
import { createTextBytes } from '../output/text-bytes.js';
import { checkPart, type CheckedPart } from './check-part.js';
import { streamSettings } from './member-stream.js';
import type { Part } from './part-cutter.js';

/** What a thread is told once. */
export interface WorkerTask {
  readonly file: string;
  readonly config: CheckerConfig;
  readonly missingFacts: MissingFacts;
  readonly format: string;
  readonly options: ReportOptions;
}

const { file, config, missingFacts, format: name, options } = workerData as WorkerTask;
const onFile = configured(config);
const { asOf, history } = options;
const streams = partStreamsOf(
  'records',
  streamSettings(onFile, { asOf: asOf ?? undefined, missingFacts, history }),
);
const all = { ...options, checker: checkerOf(onFile) };
const text = createTextBytes();

parentPort?.on('message', (part: Part) => {
  for (const format of formats.filter((one) => one.name === name)) {
    const checked = checkPart(part, { file, streams, format, options: all, text });
    parentPort?.postMessage(checked, buffersOf(checked));
  }
});

/** What goes to another thread without being copied. */
function buffersOf({ bytes, written }: CheckedPart): ArrayBuffer[] {
  return [bytes, written].flatMap((one) => (one instanceof Uint8Array ? [one.buffer] : []));
}
