import { SHORTEST_SEAL } from '../../evidence/audit-record.js';
import type { Io } from '../io.js';
import { wholeText } from '../input/whole-text.js';
import { UsageError } from '../usage-error.js';

/**
 * The secret that a file holds: on a command line others would see it.
 *
 * @throws UsageError if it is too short to keep anything secret.
 */
export async function readSeal(file: string, io: Io): Promise<string> {
  const seal = (await wholeText(file, io)).trim();
  if (seal.length >= SHORTEST_SEAL) return seal;
  throw new UsageError([
    `${file}: expected a seal of at least ${String(SHORTEST_SEAL)} characters; a good one is made at random and kept apart from the records`,
  ]);
}
