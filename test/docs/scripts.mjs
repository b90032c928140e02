/** Runs scripts one after the other, each in its folder, and tells what it prints: loading the library once saves most of the time. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { format } from 'node:util';

let printed = '';
for (const stream of [process.stdout, process.stderr]) {
  stream.write = (text) => {
    printed += text;
    return true;
  };
}

let count = 0;

process.on('message', async ({ folder, script }) => {
  printed = '';
  process.exitCode = 0;
  process.chdir(folder);
  try {
    // A name of its own, since a module of the same name would not run again.
    const file = join(folder, `script-${String((count += 1))}.mjs`);
    writeFileSync(file, script);
    await import(pathToFileURL(file).href);
  } catch (error) {
    process.exitCode = 1;
    printed += format(error);
  }
  process.send({ status: process.exitCode, printed });
});
