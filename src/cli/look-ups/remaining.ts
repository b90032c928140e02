import type { RemainingUnits } from '../../index.js';
import { askedOf } from '../input/asked.js';
import { readHistoryOfOne } from '../input/read-history.js';
import type { Io } from '../io.js';
import { say } from '../say.js';
import { counted, grouped } from '../../reports/text/layout.js';
import type { Answer } from './answer.js';

interface RemainingRequest {
  readonly service: string;
  readonly on: string;
  readonly history: readonly string[];
  readonly map?: readonly string[];
  readonly jurisdiction?: string;
  readonly config?: string;
}

export async function remaining(
  { service, on, history, ...options }: RemainingRequest,
  io: Io,
): Promise<Answer> {
  const { asked } = await askedOf(options, 0, io);
  const { uses, notices } = await readHistoryOfOne(history, asked, io);
  say(
    notices.map(({ message }) => message),
    io,
  );
  const rows = asked.checker.remainingUnits(service, { on, history: uses });
  return {
    text: [...rows.map(rowInWords), ...new Set(rows.flatMap(noteOn))].join(''),
    json: { service, on, remaining: rows },
    isSet: rows.some(({ limit }) => limit !== null),
  };
}

/** Of a limit that is set. Why none is, its row says. */
function noteOn({ limit, notice }: RemainingUnits): string[] {
  return limit === null || notice === undefined ? [] : [`Note: ${notice.message}\n`];
}

function rowInWords({ per, from, through, limit, used, remaining: left, notice }: RemainingUnits): string {
  const window = (per === 'day' ? from : `${from} through ${through}`).padEnd(
    'YYYY-MM-DD through YYYY-MM-DD'.length,
  );
  if (limit === null || left === null || used === null)
    return `${window}  ${notice?.message ?? 'not known'}\n`;
  return `${window}  ${grouped(left)} of ${counted(limit, 'unit')} left, ${grouped(used)} used\n`;
}
