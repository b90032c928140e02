/**
 * Runs the built command for those who ask: a line of the pipe names a folder with the arguments, the first of which is
 * where it runs, and with its input; it gets what the command wrote, and its status when that is done.
 */
import { createReadStream, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { runBuilt } from '../cli/built.mjs';

const requests = createReadStream(process.argv[2], { flags: 'r+' });
// The pipe is still waited for, which only this ends.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));

for await (const folder of createInterface(requests)) {
  const [within, ...args] = readFileSync(join(folder, 'args'), 'utf8').split('\0').slice(0, -1);
  process.chdir(within);
  const { status, stdout, stderr } = await runBuilt(args, readFileSync(join(folder, 'stdin')));
  writeFileSync(join(folder, 'stdout'), stdout);
  writeFileSync(join(folder, 'stderr'), stderr);
  writeFileSync(join(folder, 'status'), `${String(status)}\n`);
}
