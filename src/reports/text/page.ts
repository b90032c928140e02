import type { Verdict } from '../../findings/result.js';
import type { Finding } from '../../rules/index.js';
import type { CivilDate } from '../../values/civil-date.js';
import type { ReportOptions, Style } from '../format.js';
import { fileInWords, placeInWords, type CheckedRecord, type Find, type Found } from '../records.js';
import { grouped, printable } from './layout.js';

/** What the sections of a text share. */
export interface Page {
  readonly options: ReportOptions;
  /** None where nobody states any and no record was read from one. */
  readonly files: readonly string[];
  readonly style: Style;
  /** The title that a service has on a day, by its id. */
  readonly titleOf: (service: string, on: CivilDate) => string;
  readonly find: Find;
  /** Lines that fit, as {@link paragraph} makes them. */
  readonly wrap: (text: string, first: string, rest?: string) => string;
}

/** The files from which records were read, each once. */
export function filesOf(records: readonly CheckedRecord[]): string[] {
  return [...new Set(records.flatMap(({ place }) => place?.file ?? []))];
}

/** A heading, and what is said beside it. */
export function headed(heading: string, beside: string, { style, wrap }: Page): string {
  return style.bold(heading) + wrap(heading + beside, '', '  ').slice(heading.length);
}

interface Wording {
  readonly words: string;
  readonly paint: (style: Style) => (text: string) => string;
}

export const verdicts: Readonly<Record<Verdict | 'invalid' | 'void', Wording>> = {
  billable: { words: 'billable', paint: ({ green }) => green },
  'not-billable': { words: 'not billable', paint: ({ red }) => red },
  undetermined: { words: 'cannot be told yet', paint: ({ yellow }) => yellow },
  invalid: { words: 'unreadable', paint: ({ magenta }) => magenta },
  void: { words: 'void', paint: ({ dim }) => dim },
};

/** What a finding comes to; a warning does not keep a session from being billed. */
export function outcomeWording({ outcome, severity, waived }: Finding): Wording {
  if (waived !== undefined) return { words: 'waived', paint: ({ dim }) => dim };
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

export function fileName(file: string): string {
  return printable(fileInWords(file));
}

/** "march.csv:12 (E-0011)", "entry 12 (E-0011)" where it was read from no file; the key is the caller's own, never the member's. */
export function recordInWords({ entry, place, result }: CheckedRecord): string {
  return foundInWords({ place, id: result.id }) ?? `entry ${String(entry + 1)}${keyInWords(result.id)}`;
}

/** Undefined where it was read from no file. */
export function foundInWords({ place, id }: Found): string | undefined {
  return place && printable(placeInWords(place)) + keyInWords(id);
}

export function keyInWords(id: string | undefined): string {
  return id === undefined ? '' : ` (${printable(id)})`;
}

const MOST_RUNS_SHOWN = 40;

/** "lines 4, 9-11"; of several files "march.csv lines 4, 9-11; april.json Claim/C-1"; of none "entries 4, 9-11" */
export function linesOf(records: readonly CheckedRecord[], { files }: Page): string {
  const inFiles = files.flatMap((file) => {
    const places = records.flatMap(({ place }) => (place?.file === file ? place : []));
    const lines = places.flatMap(({ line }) => line ?? []);
    const others = places.flatMap(({ line, at }) => (line === undefined ? (at ?? []) : []));
    const where = [...inRuns(lines, 'line', 'lines'), ...listed(others)].join(', ');
    if (where === '') return [];
    return files.length === 1 ? [where] : [`${fileName(file)} ${where}`];
  });
  const entries = records.flatMap(({ entry, place }) =>
    place?.line === undefined && place?.at === undefined ? entry + 1 : [],
  );
  return [...inFiles, ...inRuns(entries, 'entry', 'entries')].join('; ');
}

function inRuns(numbers: readonly number[], one: string, many: string): string[] {
  return numbers.length === 0 ? [] : [`${numbers.length === 1 ? one : many} ${runsOf(numbers)}`];
}

/** The first of them, and how many more there are. */
function listed(names: readonly string[]): string[] {
  const more = names.length - MOST_RUNS_SHOWN;
  const shown = printable(names.slice(0, MOST_RUNS_SHOWN).join(', '));
  return names.length === 0 ? [] : [more > 0 ? `${shown} and ${grouped(more)} more` : shown];
}

function runsOf(lines: readonly number[]): string {
  const runs: { from: number; through: number }[] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    if (run?.through === line - 1) run.through = line;
    else runs.push({ from: line, through: line });
  }
  const shown = runs
    .slice(0, MOST_RUNS_SHOWN)
    .map(({ from, through }) => (from === through ? String(from) : `${String(from)}-${String(through)}`))
    .join(', ');
  const next = runs[MOST_RUNS_SHOWN];
  return next === undefined ? shown : `${shown} and ${grouped(lines.length - lines.indexOf(next.from))} more`;
}

const asIs = (words: string) => words;

/** Without colours and weights. */
export const plain: Style = {
  bold: asIs,
  dim: asIs,
  red: asIs,
  green: asIs,
  yellow: asIs,
  blue: asIs,
  magenta: asIs,
  cyan: asIs,
};
