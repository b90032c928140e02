import picocolors from 'picocolors';
import type { Checker } from '../../check/checker.js';
import { notARule, ruleIdsOf } from '../../explain/rule-page.js';
import { explain } from '../../pages.js';
import type { ReportOptions } from '../../reports/index.js';
import { createRuleTable } from '../../reports/rule-table.js';
import { WIDTH } from '../../reports/text/layout.js';
import type { Only } from '../../reports/only.js';
import type { CheckRequest } from '../check-request.js';
import type { StatedHistory } from '../input/read-history.js';
import type { Io } from '../io.js';
import { say } from '../say.js';
import { UsageError } from '../usage-error.js';

type Told = Pick<ReportOptions, 'asOf' | 'streamed'> & {
  readonly checker: Checker;
  readonly request: CheckRequest;
  readonly files: readonly string[];
  readonly history: StatedHistory | undefined;
  readonly since?: Only['since'];
};

/** What the report of a check says beside its records. */
export function reportOptions({ files, history, request, since, ...told }: Told, io: Io): ReportOptions {
  const { output, openAs, keys, sort, full, quiet, byRule } = request;
  sayUnused(request, io);
  return {
    ...told,
    explain: (rule) => explain(rule, { checker: told.checker }),
    files: [...new Set(files)],
    history: history?.uses,
    historyPlaces: history?.places,
    asksForHistory: true,
    only: onlyOf(request, since, told.checker),
    byRule: byRule === true ? createRuleTable() : undefined,
    openAs,
    keys,
    sort,
    full,
    quiet,
    width: output === undefined && io.stdout.isTTY === true ? readable(io.stdout.columns) : undefined,
    style: wantsColor(output, io) ? picocolors.createColors(true) : undefined,
  };
}

/** Longer lines than these are hard to read, and shorter ones hold too little. */
function readable(columns = WIDTH): number {
  return Math.min(Math.max(columns, 40), 120);
}

/** @throws UsageError if a rule is none. */
function onlyOf(
  { rule, verdict, heldBy }: CheckRequest,
  since: Only['since'],
  { services }: Checker,
): Only | undefined {
  const unknown = rule?.find((one) => !ruleIdsOf(services).some((id) => id === one));
  if (unknown !== undefined) throw new UsageError([`--rule: ${notARule(unknown, services).message}`]);
  const all = { rules: rule, verdicts: verdict, heldBy, since };
  return Object.values(all).every((one) => one === undefined) ? undefined : all;
}

function sayUnused({ format, ...request }: CheckRequest, io: Io): void {
  const unused = (['sort', 'full', 'quiet'] as const).filter((name) => request[name] !== undefined);
  if (format.name === 'text') return;
  const rules = request.byRule === true && format.name !== 'json';
  say(
    [
      ...unused.map((name) => `--${name} is not used: it is of --format text`),
      ...(rules ? ['--by-rule is not used: it is of --format text and json'] : []),
    ],
    io,
  );
}

/** As https://no-color.org and https://force-color.org have it. */
function wantsColor(output: string | undefined, { env, stdout }: Io): boolean {
  const { NO_COLOR, FORCE_COLOR } = env;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0';
  return output === undefined && stdout.isTTY === true && (NO_COLOR === undefined || NO_COLOR === '');
}
