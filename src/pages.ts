import type { Checker } from './check/checker.js';
import { serviceOf } from './check/on-file.js';
import { describeOptionsSchema, explainOptionsSchema } from './check/options.js';
import type { ServiceId } from './facts/generated/service-ids.js';
import { InputError } from './facts/input-error.js';
import { parseOrThrow } from './facts/parse.js';
import type { RuleId } from './findings/finding-data.js';
import { services } from './services/index.js';
import type { Service } from './services/service.js';
import { sheetMarkdown } from './explain/markdown.js';
import { notARule, rulePageOf, type RulePage } from './explain/rule-page.js';
import { sheetOf, type ServiceSheet } from './explain/service-sheet.js';
import { shipped } from './shipped.js';
import type { CivilDate } from './values/civil-date.js';

/**
 * The plain sheet of a service: who may get it, who may give it, where and in what group, how much, what is to be
 * documented, what is paid, and what the document leaves open or does not set, each line with its clause. It is made from
 * the data that runs.
 *
 * @param service a definition, or the id of one on file.
 * @param options `on`, the day whose clauses, rates and limits are given (left out, all clauses, and the latest rates and
 *   limits); `checker`, where the service is on file with that.
 * @throws InputError if an option is malformed or no such service is on file.
 *
 * @example
 * const sheet = describeService('mo/peer-support');
 * sheet.sections[1]?.heading; // 'Who may get it'
 * sheet.markdown.split('\n')[0]; // '# Peer Support Services'
 */
export function describeService(
  service: Service | ServiceId,
  options: DescribeOptions = {},
): ServiceSheet & { markdown: string } {
  const { on, checker } = parseOrThrow(describeOptionsSchema, options) as DescribeOptions;
  const day = on ?? undefined;
  if (checker != null && typeof checker.serviceOf !== 'function') throw notAChecker();
  const definition = checker == null ? serviceOf(shipped, service, day) : checker.serviceOf(service, day);
  const sheet = sheetOf(definition, day);
  return { ...sheet, markdown: sheetMarkdown(sheet) };
}

/** For what a sheet is made. */
export interface DescribeOptions {
  readonly on?: CivilDate | null | undefined;
  readonly checker?: Pick<Checker, 'serviceOf'> | null | undefined;
}

/**
 * What a rule means in each service that has it: its clause, the facts that it reads, what a payer may answer to a
 * failure, and how what is left open is read.
 *
 * @param rule such as `'units/daily-limit'`.
 * @param options `checker`, where the rule is of a service that is on file with that.
 * @throws InputError if no service on file has such a rule.
 *
 * @example
 * explain('member/age').statements[0]?.says; // '…
 */
export function explain(rule: RuleId, options: ExplainOptions = {}): RulePage {
  const { checker } = parseOrThrow(explainOptionsSchema, options) as ExplainOptions;
  if (checker != null && !Array.isArray(checker.services)) throw notAChecker();
  const onFile = checker?.services ?? services;
  const id = typeof (rule as unknown) === 'string' ? rule : '';
  const page = rulePageOf(onFile, id);
  if (page === undefined) throw new InputError([notARule(id, onFile)]);
  return page;
}

function notAChecker(): InputError {
  return new InputError([
    {
      code: 'wrong-type',
      path: '/checker',
      message: 'expected what createChecker gives, found something else',
    },
  ]);
}

/** Where a rule is looked for. */
export interface ExplainOptions {
  readonly checker?: Pick<Checker, 'services'> | null | undefined;
}
