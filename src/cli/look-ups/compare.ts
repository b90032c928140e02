import { existsSync } from 'node:fs';
import { compareServices, type Difference } from '../../evidence/explain.js';
import { DefinitionError, defineService, type Checker, type Service, type ServiceId } from '../../index.js';
import { STANDARD_INPUT } from '../../reports/records.js';
import { paragraph } from '../../reports/text/layout.js';
import { exitStatuses } from '../exit-status.js';
import { parseJsonRecord } from '../input/parse-json.js';
import { problemIn } from '../input/problem.js';
import { readText } from '../input/read-source.js';
import type { Io } from '../io.js';
import { UsageError } from '../usage-error.js';
import type { Answer } from './answer.js';

interface CompareRequest {
  readonly one: string;
  readonly other: string;
  readonly checker: Checker;
}

/** In what the second of two definitions is looser, stricter, or not decided to be as strict. */
export async function compare({ one, other, checker }: CompareRequest, io: Io): Promise<Answer> {
  const first = await definitionIn(one, checker, io);
  const second = await definitionIn(other, checker, io);
  const found = compareServices(first, second, { checker });
  const { looser, stricter, undecided } = found;
  const isSame = looser.length + stricter.length + undecided.length === 0;
  return {
    text: isSame
      ? 'Each is proved to be as strict as the other.\n'
      : [
          ...inWords('Looser', looser),
          ...inWords('Stricter', stricter),
          ...inWords('Not decided', undecided),
        ].join('\n'),
    json: found,
    status: statusOf(looser, undecided),
  };
}

function statusOf(looser: readonly Difference[], undecided: readonly Difference[]): number {
  if (looser.length > 0) return exitStatuses.notBillable;
  return undecided.length > 0 ? exitStatuses.undetermined : exitStatuses.allBillable;
}

function inWords(title: string, differences: readonly Difference[]): string[] {
  if (differences.length === 0) return [];
  return [
    `${title}\n`,
    ...differences.map(({ at, says, session }) => {
      const shown = session === undefined ? '' : `    ${JSON.stringify(session)}\n`;
      return `  ${at}\n${paragraph(says, '    ')}${shown}`;
    }),
  ];
}

/** A definition on file by its id, or one in a file. */
async function definitionIn(named: string, checker: Checker, io: Io): Promise<Service | ServiceId> {
  if (checker.services.some(({ id }) => id === named)) return named;
  if (named !== STANDARD_INPUT && !existsSync(named))
    throw new UsageError([
      `${named}: neither a service on file nor a file; "billability services" lists the services`,
    ]);
  const { value, issues } = parseJsonRecord(await readText(named, io), 1);
  if (issues.length > 0) throw new UsageError(issues.map((issue) => problemIn(named, issue)));
  try {
    return defineService(value);
  } catch (error) {
    if (!(error instanceof DefinitionError)) throw error;
    throw new UsageError(error.issues.map((issue) => problemIn(named, issue)));
  }
}
