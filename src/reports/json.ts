import type { Finding } from '../rules/index.js';
import type { ReportOptions, Format } from './format.js';
import { findAmong, otherOf, type CheckedRecord, type Find } from './records.js';

/** One document, two spaces deep: `results`, `totals` and `notices`. Cut off, it is no JSON. */
export const json: Format = {
  name: 'json',
  says: 'is one document, which is read as a whole: the results, the totals and the notices.',
  streams: false,
  tellsNotices: true,
  open(options) {
    let comma = '';
    return {
      start: '{\n  "results": [',
      *records(done) {
        for (const record of outputRecords(done, options)) {
          yield `${comma}\n    ${indented(record, 4)}`;
          comma = ',';
        }
      },
      *end({ totals, notices }) {
        yield comma === '' ? '],\n' : '\n  ],\n';
        yield `  "totals": ${indented(totals, 2)},\n  "notices": ${indented(notices, 2)}\n}\n`;
      },
    };
  },
};

/** Results as the library gives them, each with file and line where those are known. */
export function* outputRecords(
  done: readonly CheckedRecord[],
  { historyPlaces }: ReportOptions,
): Generator<object> {
  const find = findAmong(done, historyPlaces);
  for (const { place, result } of done) {
    const where = place === undefined ? {} : { file: place.file, line: place.line };
    switch (result.kind) {
      case 'invalid':
        yield { ...where, ...result };
        break;
      case 'session':
        yield { ...where, ...result, findings: located(result.findings, find) };
        break;
      case 'claim':
        yield {
          ...where,
          ...result,
          lines: result.lines.map((line) => ({ ...line, findings: located(line.findings, find) })),
        };
    }
  }
}

/** Findings about another entry say in which file and line it stands. */
function located(findings: readonly Finding[], find: Find): readonly object[] {
  return findings.map((finding) => {
    const other = otherOf(finding);
    const place = other === null ? undefined : find(other).place;
    return place === undefined ? finding : { ...finding, otherFile: place.file, otherLine: place.line };
  });
}

function indented(value: unknown, by: number): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${' '.repeat(by)}`);
}
