import { readX12Claims } from '../../adapters/x12/index.js';
import { notice } from '../../findings/notices.js';
import { fileName } from '../../reports/text/page.js';
import { UsageError } from '../usage-error.js';
import { foundRecord } from './input-record.js';
import { noticesOf } from './found-notices.js';
import { latin1 } from './latin1.js';
import { refusedIn } from './problem.js';
import type { Asked, ReadFile } from './asked.js';
import type { Maps } from './maps.js';
import type { Source } from './read-source.js';

/** The claims of an 837P. */
export function readX12File(source: Source, { maps }: Asked): ReadFile {
  const { file } = source;
  refuseRemittance(file, source.bytes);
  const { records, problems } = x12Refused(file, maps, () =>
    readX12Claims(decodedX12(source.bytes), maps.ofX12()),
  );
  return {
    records: records.map((record) => foundRecord(record, record.line)),
    notices: [
      notice('file-read', { file: fileName(file), form: 'X12 claims (837P)', told: [] }),
      ...noticesOf(problems, fileName(file)),
    ],
  };
}

/** X12 is ASCII and what stands beside it. */
export function decodedX12(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

const BEGINNING = 2_000;

/** Whether an X12 file, as far as its beginning tells, is an 835. */
export function isRemittance(bytes: Uint8Array): boolean {
  return /[\n~\r]?\s{0,9}ST[^A-Za-z0-9\s]835[^A-Za-z0-9]/.test(latin1(bytes, 0, BEGINNING));
}

export function refuseRemittance(file: string, bytes: Uint8Array): void {
  if (!isRemittance(bytes)) return;
  throw new UsageError([
    `${file}: is an 835, what a payer answered; give it as --history, or hold it against its claims: billability explain-denials ${fileName(file)} CLAIMS`,
  ]);
}

/** What is missing is said by the option that states it; what is wrong with a mapping, of its file. */
export function x12Refused<Done>(file: string, maps: Maps, work: () => Done): Done {
  try {
    return refusedIn(maps.fileOf('x12') ?? file, work);
  } catch (error) {
    if (!(error instanceof UsageError) || !error.problems.some((one) => one.includes('/jurisdiction: ')))
      throw error;
    throw new UsageError([
      `${file}: X12 does not say whose rules apply; state it, such as --jurisdiction MO, or by payer in a mapping (--map): {"payers": {"PAYER ID": "MO"}}`,
    ]);
  }
}
