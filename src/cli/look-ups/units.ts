import { unitsFor } from '../../index.js';
import { counted } from '../../reports/text/layout.js';
import type { Answer } from './answer.js';

interface UnitsRequest {
  readonly minutes: number;
  readonly method: 'floor' | 'midpoint';
}

export function units({ minutes, method }: UnitsRequest): Answer {
  const supported = unitsFor(minutes, method);
  return {
    text: `${counted(supported, 'unit')}\n`,
    json: { minutes, method, units: supported },
    ignoresConfig: true,
  };
}
