import { STANDARD_INPUT } from '../../reports/records.js';
import { UsageError } from '../usage-error.js';

/** @throws UsageError where standard input is named for several files. */
export function readsOnce(files: readonly (string | undefined)[]): void {
  if (files.filter((file) => file === STANDARD_INPUT).length > 1)
    throw new UsageError(['standard input can be read only once']);
}
