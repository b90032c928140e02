import type { LineResult, SessionResult } from '../check/result.js';
import { placeAt } from '../findings/places.js';
import type { Finding } from '../rules/index.js';
import type { ReportOptions, Format } from './format.js';
import { findAmong, located, otherOf, type CheckedRecord, type Find, type Place } from './records.js';

/** One document, two spaces deep: `results`, `totals` and `notices`. Cut off, it is no JSON. */
export const json: Format = {
  name: 'json',
  says: 'is one document, which is read as a whole: the results, the totals and the notices.',
  streams: false,
  tellsNotices: true,
  tellsWays: true,
  open(options) {
    let comma = '';
    return {
      start: '{\n  "results": [',
      *records(done) {
        for (const { where, result } of outputRecords(done, options)) {
          yield `${comma}\n    ${indented({ ...where, ...result }, 4)}`;
          comma = ',';
        }
      },
      *end({ totals, notices, byRule }) {
        yield comma === '' ? '],\n' : '\n  ],\n';
        yield `  "totals": ${indented(totals, 2)},\n  "notices": ${indented(notices, 2)}`;
        if (byRule !== undefined) yield `,\n  "byRule": ${indented(byRule, 2)}`;
        yield '\n}\n';
      },
    };
  },
};

/** Results as the library gives them, each beside the file and line where those are known; an issue beside its own place. */
export function* outputRecords(
  done: readonly CheckedRecord[],
  { historyPlaces }: ReportOptions,
): Generator<{ readonly where: object | undefined; readonly result: object }> {
  const find = findAmong(done, historyPlaces);
  for (const record of done) {
    const { place, places, result, ways } = located(record);
    const told = withWhere(result, find, places);
    yield { where: place && whereOf(place), result: ways === undefined ? told : { ...told, ways } };
  }
}

/** The line; or what begins there, of a file in which nobody counts them. */
function whereOf({ file, line, at }: Place): { file: string; line?: number; at?: string } {
  if (line !== undefined) return { file, line };
  return at === undefined ? { file } : { file, at };
}

function withWhere(result: CheckedRecord['result'], find: Find, places: CheckedRecord['places']): object {
  switch (result.kind) {
    case 'invalid':
      return {
        ...result,
        issues: result.issues.map((issue) => ({ ...issue, place: placeAt(issue.path, places ?? {}) })),
      };
    case 'void':
      return result;
    case 'session':
      return withLocatedFindings(result, find);
    case 'claim':
      return { ...result, lines: result.lines.map((line) => withLocatedFindings(line, find)) };
  }
}

function withLocatedFindings(result: SessionResult | LineResult, find: Find): object {
  // Most have none, and are written as they are.
  return result.findings.length === 0 ? result : { ...result, findings: besideOthers(result.findings, find) };
}

/** Findings about another entry say in which file and line it stands. */
function besideOthers(findings: readonly Finding[], find: Find): readonly object[] {
  return findings.map((finding) => {
    const other = otherOf(finding);
    const place = other === null ? undefined : find(other).place;
    if (place === undefined) return finding;
    const { file: otherFile, line: otherLine, at: otherAt } = whereOf(place);
    return { ...finding, otherFile, otherLine, otherAt };
  });
}

function indented(value: unknown, by: number): string {
  return jsonText(value, 2).replaceAll('\n', `\n${' '.repeat(by)}`);
}

/** JSON, with an escape in place of each character that would steer what shows it, such as one that turns the direction. */
export function jsonText(value: unknown, space?: number): string {
  return JSON.stringify(value, null, space).replace(
    /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (steering) => `\\u${steering.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
