import type { Format } from './format.js';
import { jsonText, outputRecords } from './json.js';

/** A line of JSON for each record. */
export const ndjson: Format = {
  name: 'ndjson',
  says: 'is a line of JSON for each record.',
  streams: true,
  tellsNotices: false,
  tellsWays: true,
  open: (options) => ({
    start: '',
    *records(done) {
      for (const { where, result } of outputRecords(done, options)) {
        const text = jsonText(result);
        // Written into the text: to put both into one object takes longer than to write them.
        yield where === undefined ? `${text}\n` : `${jsonText(where).slice(0, -1)},${text.slice(1)}\n`;
      }
    },
    end: () => [],
  }),
};
