import { isCivilDate } from '../values/civil-date.js';
import { isClockTime, isEndTime } from '../values/clock-time.js';
import { isMoney } from '../values/money.js';
import { isDiagnosisPrefix, MOST } from './scalars.js';

/**
 * Takes what is surely well formed, as its schema gives it, and throws at anything else: then the schema judges, and says
 * what is wrong. Never takes what the schema refuses.
 */
export type Accept<Value> = (given: unknown) => Value;

/** An object of facts of which nothing is known. */
export type Facts = Record<string, unknown>;

const notSure = new Error('left to the schema');

/** Nothing is sure. */
export function leave(): never {
  throw notSure;
}

/** An object as JSON has them. */
export function plain(given: unknown): Facts {
  if (typeof given !== 'object' || given === null || Object.getPrototypeOf(given) !== Object.prototype) {
    return leave();
  }
  return given as Facts;
}

/** What was taken of an object, where nothing else is in it but keys that are stated to be undefined, and stay so. */
export function whole(taken: Facts, count: number, given: Facts, accept: Accept<Facts>): Facts {
  if (Object.getOwnPropertyNames(given).length === count) return taken;
  const leftOut = Object.keys(given).filter((key) => given[key] === undefined);
  if (leftOut.length === 0) return leave();
  const entries = Object.entries(given).map(([key, fact]) => [key, fact ?? null] as const);
  return Object.assign(
    accept(Object.fromEntries(entries)),
    Object.fromEntries(leftOut.map((key) => [key, undefined])),
  );
}

/** A list of what is accepted alone. */
export function list(given: unknown, accept: Accept<unknown>, atLeast = 0): unknown[] {
  if (!Array.isArray(given) || Object.getPrototypeOf(given) !== Array.prototype || given.length < atLeast) {
    return leave();
  }
  const taken: unknown[] = [];
  for (const item of given as readonly unknown[]) taken.push(accept(item ?? leave()));
  return taken;
}

// Each takes null too: a fact that is not known.

export function among(choices: readonly unknown[], given: unknown): unknown {
  return given === null || choices.includes(given) ? given : leave();
}

export function flag(given: unknown): unknown {
  return given === null || typeof given === 'boolean' ? given : leave();
}

export function text(given: unknown): unknown {
  return given === null || typeof given === 'string' ? given : leave();
}

export function key(given: unknown): unknown {
  return given === '' ? leave() : text(given);
}

function textThat(given: unknown, holds: (text: string) => boolean): unknown {
  return given === null || (typeof given === 'string' && holds(given)) ? given : leave();
}

export function civilDate(given: unknown): unknown {
  return textThat(given, isCivilDate);
}

export function clockTime(given: unknown): unknown {
  return textThat(given, isClockTime);
}

export function endTime(given: unknown): unknown {
  return textThat(given, isEndTime);
}

export function money(given: unknown): unknown {
  return textThat(given, isMoney);
}

export function diagnosisPrefix(given: unknown): unknown {
  return textThat(given, isDiagnosisPrefix);
}

/** Minus zero is zero. */
function between(least: number, given: unknown, most: number): unknown {
  if (given === null) return given;
  return typeof given === 'number' && given >= least && given <= most ? given + 0 : leave();
}

export function quantity(given: unknown): unknown {
  return between(0, given, MOST);
}

export function signedQuantity(given: unknown): unknown {
  return between(-MOST, given, MOST);
}

export function percentile(given: unknown): unknown {
  return between(0, given, 100);
}

function wholeFrom(least: number, given: unknown): unknown {
  return given === null || (Number.isSafeInteger(given) && (given as number) >= least) ? given : leave();
}

export function headcount(given: unknown): unknown {
  return wholeFrom(1, given);
}

export function wholeNumber(given: unknown): unknown {
  return wholeFrom(0, given);
}
