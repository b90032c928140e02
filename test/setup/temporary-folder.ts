import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whatever the tests write to the temporary folder is in one of their own, which goes when they are done. */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'billability-tests-'));
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder;
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}
