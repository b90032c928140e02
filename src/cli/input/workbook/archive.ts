import { unzipSync } from 'fflate';
import { decodeTable } from '../../../adapters/tables/encoding.js';
import { UsageError } from '../../usage-error.js';
import { checksumOf, checksumsIn } from './checksums.js';

/** The parts of a workbook, which is a zip file. */
export interface Archive {
  readonly has: (path: string) => boolean;
  /** The text of a part. Throws where there is none, or it is not what it was when it was packed. */
  readonly text: (path: string) => string;
}

/** Of all parts that are read. */
const LARGEST = 256 * 1024 * 1024;

const TOO_LARGE =
  'unpacks to more than 256 MiB; save the sheet that holds the table as CSV UTF-8, or as a workbook of its own';

/** Opens a zip file. Throws where it is none, and UsageError where its parts unpack to too much. */
export function openArchive(bytes: Uint8Array): Archive {
  const names = new Map<string, string>();
  unzipSync(bytes, {
    filter({ name }) {
      names.set(pathOf(name), name);
      return false;
    },
  });
  const checksums = checksumsIn(bytes);
  const sizes = new Map<string, number>();
  return {
    has: (path) => names.has(pathOf(path)),
    text(path) {
      const wanted = names.get(pathOf(path));
      if (wanted === undefined) throw new Error('a part is missing');
      const parts = unzipSync(bytes, {
        filter({ name, originalSize }) {
          if (name !== wanted) return false;
          sizes.set(name, originalSize);
          if (sum(sizes.values()) > LARGEST) throw new UsageError([TOO_LARGE]);
          return true;
        },
      });
      const part = parts[wanted];
      if (part === undefined || checksumOf(part) !== checksums.get(wanted))
        throw new Error('a part is damaged');
      return decodeTable(part).text;
    },
  };
}

/** Names of parts are the same in any letter case; some programs write them with `\`. */
function pathOf(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase();
}

function sum(numbers: Iterable<number>): number {
  return [...numbers].reduce((total, number) => total + number, 0);
}
