import { readdirSync } from 'node:fs';
import {
  createChecker,
  type Checker,
  type CheckerConfig,
  type CheckOptions,
  type Totals,
} from '../../src/index.js';
import { claimOf, lineOf, type Change } from '../claims/support.js';
import type { Asked, AskedIssues, AskedOfAll } from './asked.js';
import { readFixture, sessionOf, type Case } from './cases.js';

/** Cases by subject: of sessions, claims and tables, of whatever service, with a configuration where it matters. */

interface Common extends AskedOfAll {
  readonly name: string;
  readonly options?: CheckOptions;
  readonly config?: CheckerConfig;
  /** In place of all else that is asked. */
  readonly issues?: AskedIssues;
}

export type DecidedSession = Case & Common;

/** An entry or a line; its verdict is null where it is not judged, as of a void. */
interface Judged extends Asked {
  readonly change?: Change;
  readonly verdict?: string | null;
}

/** Sessions in one batch; each is of the base of the case where it names none. */
export interface DecidedSessions extends Common {
  readonly base: string;
  readonly sessions: readonly (Judged & { readonly base?: string })[];
  readonly totals?: Partial<Totals>;
}

export interface DecidedClaim extends Judged {
  /** What kind of result it is. */
  readonly kind?: string;
  readonly lines: readonly (Judged & { readonly service?: string | null })[];
}

export interface DecidedClaims extends Common {
  readonly base: string;
  /** One by itself, or those of a batch. */
  readonly claim?: DecidedClaim;
  readonly claims?: readonly DecidedClaim[];
  readonly totals?: Partial<Totals>;
}

/** A table, checked by the command with nothing else billed. */
export interface DecidedTable {
  readonly name: string;
  readonly table: readonly string[];
  /** What comes of each row; of the rules that it names the outcome, null for no finding. */
  readonly rows: readonly {
    readonly verdict: string;
    readonly findings: Readonly<Record<string, string | null>>;
  }[];
}

type Decided = DecidedSession | DecidedSessions | DecidedClaims | DecidedTable;

const all = readdirSync(new URL('../../fixtures/decisions/', import.meta.url))
  .map((file) => ({ subject: file.replace('.json', ''), path: `decisions/${file}` }))
  .map(({ subject, path }) => ({ subject, cases: readFixture(path) as Decided[] }));

/** The cases of a kind, by subject. */
function ofKind<Kind extends Decided>(isOfKind: (one: Decided) => one is Kind): [string, Kind[]][] {
  return all
    .map(({ subject, cases }): [string, Kind[]] => [subject, cases.filter(isOfKind)])
    .filter(([, cases]) => cases.length > 0);
}

export const decidedSessions = ofKind((one): one is DecidedSession => 'change' in one);
export const decidedBatches = ofKind((one): one is DecidedSessions => 'sessions' in one);
export const decidedClaims = ofKind((one): one is DecidedClaims => 'claim' in one || 'claims' in one);
export const decidedTables = ofKind((one): one is DecidedTable => 'table' in one);

const shipped = createChecker();

export function checkerFor({ config }: { readonly config?: CheckerConfig }): Checker {
  return config === undefined ? shipped : createChecker(config);
}

export function checkDecided(one: DecidedSessions | DecidedClaims) {
  const checker = checkerFor(one);
  const { base, options } = one;
  if ('sessions' in one) {
    const sessions = one.sessions.map((session) => sessionOf({ base, change: {}, ...session }));
    return checker.checkSessions(sessions, options);
  }
  const claims = (one.claims ?? []).map((claim) => claimMade(base, claim));
  return one.claim === undefined
    ? checker.checkClaims(claims, options)
    : checker.checkClaim(claimMade(base, one.claim), options);
}

function claimMade(base: string, { change, lines }: DecidedClaim) {
  return claimOf(
    base,
    lines.map((line) => lineOf(base, line.change)),
    change,
  );
}
