import { describeService, type Checker, type Service } from '../../index.js';
import { isInForce } from '../../rules/service/in-force.js';
import { paragraph } from '../../reports/text/layout.js';
import type { Answer } from './answer.js';

interface ServicesRequest {
  readonly id: string | undefined;
  readonly on?: string;
  readonly checker: Checker;
}

/** All services, those in force on a day, or the sheet of one. */
export function services({ id, on, checker }: ServicesRequest): Answer {
  if (id === undefined)
    return listOf(checker.services.filter((service) => on === undefined || isInForce(service, on)));
  const { markdown, ...sheet } = describeService(id, { on, checker });
  return { text: markdown, json: sheet };
}

function listOf(listed: readonly Service[]): Answer {
  const width = Math.max(0, ...listed.map(({ id }) => id.length));
  const lines = listed.map((service) => {
    const codes = codesOf(service);
    return paragraph(
      [service.title, ...(codes.length === 0 ? [] : [`(${codes.join(', ')})`])].join(' '),
      `${service.id.padEnd(width)}  `,
    );
  });
  return {
    text: lines.length === 0 ? 'no service on file is in force on that day\n' : lines.join(''),
    json: listed.map(({ id, title, jurisdiction, inForce: { from, through }, codes = [] }) => ({
      id,
      title,
      jurisdiction,
      inForce: { from: from ?? null, through: through ?? null },
      codes: codes.map(({ funding, procedureCode, modifiers }) => ({ funding, procedureCode, modifiers })),
    })),
    isSet: listed.length > 0,
  };
}

function codesOf({ codes = [] }: Service): string[] {
  return codes.map(({ procedureCode, modifiers }) => [procedureCode, ...modifiers].join(' '));
}
