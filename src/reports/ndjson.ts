import type { Format } from './format.js';
import { outputRecords } from './json.js';

/** A line of JSON for each record. */
export const ndjson: Format = {
  name: 'ndjson',
  says: 'is a line of JSON for each record.',
  streams: true,
  tellsNotices: false,
  open: (options) => ({
    start: '',
    *records(done) {
      for (const record of outputRecords(done, options)) yield `${JSON.stringify(record)}\n`;
    },
    end: () => [],
  }),
};
