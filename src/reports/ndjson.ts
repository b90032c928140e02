import type { Format } from './format.js';
import { outputRecords } from './json.js';
import { createResultText } from './result-text.js';

/** A line of JSON for each record. */
export const ndjson: Format = {
  name: 'ndjson',
  says: 'is a line of JSON for each record.',
  streams: true,
  tellsNotices: false,
  tellsWays: true,
  open(options) {
    const textOf = createResultText();
    return {
      start: '',
      *records(done) {
        for (const { where, result } of outputRecords(done, options)) yield `${textOf(result, where)}\n`;
      },
      end: () => [],
    };
  },
};
