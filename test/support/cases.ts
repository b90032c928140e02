import { readdirSync, readFileSync } from 'node:fs';
import type { CheckOptions, Session } from '../../src/index.js';
import type { Asked, AskedOfAll } from './asked.js';
import { monthsLater } from '../values/naive-calendar.js';
import { mergePatch, type Json } from '../../src/cli/evidence/merge-patch.js';
import { copyOf } from './copy.js';

const fixtures = new URL('../../fixtures/', import.meta.url);

/** A conformance case: a merge patch on a complete session, the verdict, and every finding of severity error or warning. */
export interface Case extends Asked, AskedOfAll {
  name: string;
  base: string;
  change: Json;
  options?: CheckOptions;
  verdict: string;
  findings: Record<string, string>;
}

const values = new Map<string, unknown>();

/** The value of a file, anew each time. */
export function readFixture(path: string): unknown {
  const value = values.get(path) ?? (JSON.parse(readText(path)) as unknown);
  values.set(path, value);
  return copyOf(value);
}

const texts = new Map<string, string>();

/** The text of a file, which is read once. */
export function readText(path: string): string {
  const text = texts.get(path) ?? readFileSync(new URL(path, fixtures), 'utf8');
  texts.set(path, text);
  return text;
}

const names = (folder: string, end: string) =>
  readdirSync(new URL(folder, fixtures))
    .flatMap((file) => (file.endsWith(end) ? [file.slice(0, -end.length)] : []))
    .sort();

/** The complete sessions on file, at least one of each service, by name. */
export const bases: readonly string[] = names('sessions/', '.json');

/** The months on file, by name. */
export const months: readonly string[] = names('months/', '.ndjson');

/** The lines of a month; null where one is no JSON, of which the months have some. */
export function linesOfMonth(month: string): unknown[] {
  return readText(`months/${month}.ndjson`).trimEnd().split('\n').map(parsed);
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** The first day after the month in which most of its lines are. */
export function dayAfterMonth(month: string): string {
  const days = linesOfMonth(month).flatMap((line) => (line as Partial<Session> | null)?.dateOfService ?? []);
  const sorted = days.map((day) => day.slice(0, 7)).sort();
  return monthsLater(`${sorted[Math.floor(sorted.length / 2)] ?? ''}-01`, 1);
}

/** The complete session of a name, anew each time. */
export function baseSession(base: string): Session & Record<string, unknown> {
  return readFixture(`sessions/${base}.json`) as Session & Record<string, unknown>;
}

/** Every case file, by name. */
export function caseFiles(): [file: string, cases: Case[]][] {
  return readdirSync(new URL('cases/', fixtures)).map((file) => [
    file,
    readFixture(`cases/${file}`) as Case[],
  ]);
}

export { mergePatch };

export function sessionOf({ base, change }: Pick<Case, 'base' | 'change'>): Session {
  return mergePatch(readFixture(`sessions/${base}.json`) as Json, change) as unknown as Session;
}
