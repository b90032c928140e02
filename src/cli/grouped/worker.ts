import { parentPort, workerData } from 'node:worker_threads';
import { checkerOf, type CheckerConfig } from '../../check/checker.js';
import { configured } from '../../configured.js';
import { formats, type ReportOptions } from '../../reports/index.js';
import type { MissingFacts } from '../missing-facts.js';
import { checkPart } from './check-part.js';
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
const settings = streamSettings(onFile, { asOf: asOf ?? undefined, missingFacts, history });
const all = { ...options, checker: checkerOf(onFile) };

parentPort?.on('message', (part: Part) => {
  for (const format of formats.filter((one) => one.name === name)) {
    parentPort?.postMessage(checkPart(part, file, settings, format, all));
  }
});
