import { tellFormat } from '../input/tell-format.js';
import { refuseOtherFile } from '../input/read-source.js';
import { UsageError } from '../usage-error.js';

/** Looks at the first piece of a file that is not blank, and throws if it is no NDJSON. */
export function refuseOtherInput(file: string): (piece: Buffer) => void {
  let isFirst = true;
  let told = false;
  return (piece) => {
    if (isFirst) refuseOtherFile(piece, file);
    isFirst = false;
    if (told) return;
    const format = tellFormat(piece.toString('utf8').replace(/^\ufeff/, ''));
    told = format !== 'empty';
    if (told && format !== 'ndjson') {
      throw new UsageError([`${file}: is not NDJSON; --grouped reads one session a line`]);
    }
  };
}
