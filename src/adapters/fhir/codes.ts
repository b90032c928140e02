import { jsonPointer, type InputIssue } from '../../facts/input-error.js';
import { nearestName } from '../../facts/nearest.js';
import { compared, OTHER, vocabularyOf } from '../../facts/words.js';

/** A definition on file, as far as a mapping names what is in it. */
export interface OnFile {
  readonly id: string;
}

export const PROGRESS_NOTE_PATH = 'documentation.progressNote';
/** Facts that a note states by being there. */
export const notePaths = [PROGRESS_NOTE_PATH, 'documentation.weeklyNote', 'documentation.attendanceLog'];

const listed = Object.values(vocabularyOf(() => []).codes).flat();
const SERVICE = /^[a-z]+\/[A-Za-z0-9-]+$/;
/** HCPCS, CPT, a modifier, and ICD-10-CM: their lists are not ours. */
const ofOthers =
  /^(?:[A-Z]\d{4}(?:[A-Z0-9]{2}){0,4}|\d{4}[0-9A-Z]|[A-Z0-9]{2}|[A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?)$/;

/** What is wrong with the meanings of `codes`; what a code means is a service, one of our codes, or none of ours. */
export function issuesOfMeanings(
  codes: Readonly<Record<string, string>>,
  services: readonly OnFile[] | undefined,
): InputIssue[] {
  const ids = services?.map(({ id }) => id);
  const ours = [...listed, ...(services ?? []).flatMap(codesNamedIn), ...notePaths, OTHER];
  const known = new Set(ours.map(compared));
  const isService = (meaning: string) => (ids === undefined ? SERVICE.test(meaning) : ids.includes(meaning));
  const stated = Object.entries(codes);
  return stated.flatMap(([code, meaning]): InputIssue[] => {
    if (known.has(compared(meaning)) || ofOthers.test(meaning) || isService(meaning)) return [];
    const near = nearestTo(meaning, [...(ids ?? []), ...ours]);
    const advice = near === undefined ? 'such as "mo/peer-support" or "MO-CPS"' : `did you mean "${near}"?`;
    const message = `expected the id of a service on file, one of our codes, or "other" for none of them; ${advice}`;
    return [{ code: 'not-a-choice', path: jsonPointer(['codes', code]), message }];
  });
}

/** Letters that changed places are a slip of the pen. */
function nearestTo(meaning: string, known: readonly string[]): string | undefined {
  const lettersIn = (name: string) => compared(name).split('').sort().join('');
  return known.find((one) => lettersIn(one) === lettersIn(meaning)) ?? nearestName(meaning, known);
}

const namesCodes = ['codes', 'topic', 'initial'];

/** The codes that the conditions of a definition name, which its agency may have made. */
function codesNamedIn(definition: unknown): string[] {
  if (typeof definition !== 'object' || definition === null) return [];
  return Object.entries(definition).flatMap(([name, part]: [string, unknown]) => {
    const named = namesCodes.includes(name) ? [part].flat() : [];
    return [...named.filter((one) => typeof one === 'string'), ...codesNamedIn(part)];
  });
}
