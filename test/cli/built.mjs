/** Runs the built command in this process, as a process of its own would: loading it once for many runs saves most of the time. */
import { Readable, Writable } from 'node:stream';

let count = 0;

/** A stream of the process that keeps what is written to it. */
function collector() {
  const chunks = [];
  const to = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  return { to, text: () => Buffer.concat(chunks).toString() };
}

function put(name, value) {
  Object.defineProperty(process, name, { value, configurable: true });
}

export async function runBuilt(args, input) {
  const [stdout, stderr] = [collector(), collector()];
  put('stdin', Readable.from([Buffer.from(input)]));
  put('stdout', stdout.to);
  put('stderr', stderr.to);
  process.exitCode = undefined;
  process.argv.splice(2, Infinity, ...args);
  // A name of its own, since a module of the same name would not run again.
  await import(`../../dist/cli/main.js?${String((count += 1))}`);
  return { status: process.exitCode ?? 0, stdout: stdout.text(), stderr: stderr.text() };
}
