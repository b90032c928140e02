import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import { fileURLToPath } from 'node:url';

/**
 * While the tests run, the library finds no clock, no chance and no network. Tests, their tools and the command may read
 * the clock: what counts is the innermost caller of this project. The network is open to nobody.
 */

const project = fileURLToPath(new URL('../../', import.meta.url));
const self = fileURLToPath(import.meta.url);

/** Whether what is called is called by the library, or by something that it calls. */
function isCalledByLibrary(): boolean {
  const caller = filesOfCallers().find(
    (file) => file.startsWith(project) && file !== self && !file.includes('/node_modules/'),
  );
  return (
    caller !== undefined && caller.startsWith(`${project}src/`) && !caller.startsWith(`${project}src/cli/`)
  );
}

/** Of the innermost callers, as they are loaded: to find their lines in the sources takes a hundred times as long. */
function filesOfCallers(): readonly string[] {
  const { stackTraceLimit } = Error;
  const prepareStackTrace: unknown = Reflect.get(Error, 'prepareStackTrace');
  const made: { stack?: readonly NodeJS.CallSite[] } = {};
  Error.stackTraceLimit = 50;
  Error.prepareStackTrace = (_, sites) => sites;
  Error.captureStackTrace(made, filesOfCallers);
  const sites = made.stack ?? [];
  Reflect.set(Error, 'prepareStackTrace', prepareStackTrace);
  Error.stackTraceLimit = stackTraceLimit;
  return sites.map((site) => (site.getFileName() ?? '').replace(/^file:\/\//, ''));
}

function refuse(what: string): void {
  if (isCalledByLibrary()) throw new Error(`the library reads ${what}`);
}

function guarded<Call extends (...input: never[]) => unknown>(call: Call, what: string): Call {
  return new Proxy(call, {
    apply(target, self: unknown, input: unknown[]) {
      refuse(what);
      return Reflect.apply(target, self, input) as unknown;
    },
  });
}

declare global {
  /** Set once the following holds in this process, in which one file of tests comes after the other. */
  var findsNothingAmbient: true | undefined;
}

if (globalThis.findsNothingAmbient === undefined) {
  globalThis.findsNothingAmbient = true;
  closeAll();
}

function closeAll(): void {
  const RealDate = Date;
  RealDate.now = guarded(RealDate.now.bind(RealDate), 'the clock');
  globalThis.Date = guardedDate(RealDate);
  Math.random = guarded(Math.random.bind(Math), 'chance');
  performance.now = guarded(performance.now.bind(performance), 'the clock');
  crypto.randomUUID = guarded(crypto.randomUUID.bind(crypto), 'chance');

  globalThis.fetch = closed;
  net.Socket.prototype.connect = closed;
  dns.lookup = Object.assign(closed, { __promisify__: dns.lookup.__promisify__ });
  syncBuiltinESMExports();
}

/** A function: through a proxy a date is made ten times as slowly, and the rules make millions. */
function guardedDate(RealDate: DateConstructor): DateConstructor {
  function GuardedDate(...input: number[]): Date | string {
    const made: unknown = new.target;
    if (made === undefined || input.length === 0) refuse('the clock');
    if (made === undefined) return RealDate();
    if (made === GuardedDate) return new RealDate(...(input as [number]));
    return Reflect.construct(RealDate, input, new.target) as Date;
  }
  GuardedDate.prototype = RealDate.prototype;
  return Object.setPrototypeOf(GuardedDate, RealDate) as DateConstructor;
}

function closed(): never {
  throw new Error('the tests use no network');
}
