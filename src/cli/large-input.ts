import { stat } from 'node:fs/promises';
import { getHeapStatistics } from 'node:v8';
import type { Io } from './io.js';
import { say } from './say.js';

/** What a byte of a file of complete records grows to, with all that is found of them. */
const GROWTH = 5;

/** What a record takes of which little is known, since each missing fact is a finding. */
const BYTES_A_RECORD = 14_000;

const ADVICE =
  'the input is long for the memory there is; should it not be enough, sort the sessions by member.id, one a line, and use --grouped, or check parts of it';

/** Says what to do should the memory not be enough: once it is used up, nothing can be said. */
export interface SizeAdvice {
  readonly onFiles: (files: readonly string[]) => Promise<void>;
  readonly onRecords: (records: number) => void;
}

export function createSizeAdvice(io: Io, memory = getHeapStatistics().heap_size_limit): SizeAdvice {
  let said = false;
  function adviseIf(isLong: boolean): void {
    if (isLong && !said) say([ADVICE], io);
    said ||= isLong;
  }
  return {
    async onFiles(files) {
      const sizes = await Promise.all(files.map(sizeOf));
      adviseIf(sizes.reduce((sum, size) => sum + size, 0) * GROWTH > memory);
    },
    onRecords(records) {
      adviseIf(records * BYTES_A_RECORD > memory);
    },
  };
}

/** None where it cannot be told, as of standard input. What is wrong with a file is said when it is read. */
async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch {
    return 0;
  }
}
