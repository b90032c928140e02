import { traceSession, type TracedClause, type TracedRule } from '../../evidence/explain.js';
import { notARule, ruleIdsOf } from '../../explain/rule-page.js';
import type { Session } from '../../index.js';
import { paragraph } from '../../reports/text/layout.js';
import { askedOf, type Asked } from '../input/asked.js';
import { refusedIn } from '../input/problem.js';
import { readRecords } from '../input/read-records.js';
import { readSource } from '../input/read-source.js';
import type { Io } from '../io.js';
import { UsageError } from '../usage-error.js';
import type { Answer } from './answer.js';

interface TraceRequest {
  readonly rule: string | undefined;
  readonly for: string;
  readonly config?: string;
}

/** How the clause of a rule, or each clause, comes out for a session. */
export async function trace({ rule, for: file, config }: TraceRequest, io: Io): Promise<Answer> {
  const { asked } = await askedOf(config === undefined ? {} : { config }, 1, io);
  const { checker } = asked;
  const { services } = checker;
  if (rule !== undefined && !ruleIdsOf(services).some((id) => id === rule))
    throw new UsageError([`rule: ${notARule(rule, services).message}`]);
  const session = await onlySessionIn(file, asked, io);
  const clauses = refusedIn(file, () => traceSession(session, { checker }));
  const told = rule === undefined ? clauses : clauses.filter((one) => one.rule === rule);
  if (told.length === 0)
    throw new UsageError([
      `${String(rule)}: ${session.service} has no clause of it with parts to tell; "billability explain ${String(rule)}" says what it means, and a check how it comes out`,
    ]);
  return { text: [...inWords(told)].join(''), json: told };
}

async function onlySessionIn(file: string, asked: Asked, io: Io): Promise<Session> {
  const { records } = await readRecords(await readSource(file, io), asked);
  const [record, another] = records;
  if (record === undefined || another !== undefined)
    throw new UsageError([
      `${file}: holds ${String(records.length)} records; --for takes the one session that is traced`,
    ]);
  const [issue] = record.issues;
  if (issue !== undefined) throw new UsageError([`${file}:${String(record.line)}: ${issue.message}`]);
  if (Array.isArray((record.value as { lines?: unknown } | null)?.lines))
    throw new UsageError([`${file}: is a claim; --for takes a session`]);
  return record.value as Session;
}

const truths: Readonly<Record<TracedClause['truth'], string>> = {
  true: 'so',
  false: 'not so',
  unknown: 'not known',
};

function* inWords(clauses: readonly TracedRule[]): Generator<string> {
  let gap = '';
  for (const clause of clauses) {
    yield `${gap}${clause.rule}\n`;
    yield* clauseInWords(clause, '  ');
    gap = '\n';
  }
  yield '\n  * what the clause rests on\n';
}

/** A part on which the whole rests has a star. */
function* clauseInWords(
  { says, truth, decides, paths, reading, parts = [] }: TracedClause,
  indent: string,
): Generator<string> {
  const mark = decides ? '*' : '-';
  yield paragraph(`${truths[truth]}: ${says}`, `${indent}${mark} `, `${indent}  `);
  const under = `${indent}  `;
  if (reading !== undefined) yield paragraph(`as the reading ${reading} has it`, under);
  if (parts.length === 0 && paths.length > 0) yield paragraph(`rests on ${paths.join(', ')}`, under);
  for (const part of parts) yield* clauseInWords(part, `${indent}    `);
}
