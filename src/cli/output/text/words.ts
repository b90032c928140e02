import type { Finding } from '../../../index.js';
import type { CheckedRecord } from '../../checked-record.js';
import type { Style } from './style.js';

export type Verdict = CheckedRecord['result']['verdict'];

interface Wording {
  readonly words: string;
  readonly paint: (style: Style) => (text: string) => string;
}

export const verdicts: Readonly<Record<Verdict, Wording>> = {
  billable: { words: 'billable', paint: ({ green }) => green },
  'not-billable': { words: 'not billable', paint: ({ red }) => red },
  undetermined: { words: 'cannot be told yet', paint: ({ yellow }) => yellow },
  invalid: { words: 'unreadable', paint: ({ magenta }) => magenta },
};

/** What a finding comes to; a warning does not keep a session from being billed. */
export function outcomeWording({ outcome, severity }: Finding): Wording {
  if (outcome === 'due') return { words: 'due', paint: ({ blue }) => blue };
  if (outcome === 'unknown') {
    return {
      words: severity === 'warning' ? 'open, a warning at most' : 'open',
      paint: ({ yellow }) => yellow,
    };
  }
  return severity === 'warning'
    ? { words: 'warning', paint: ({ cyan }) => cyan }
    : { words: 'fails', paint: ({ red }) => red };
}
