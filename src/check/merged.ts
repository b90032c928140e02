import { InputError } from '../facts/input-error.js';
import { parseOrThrow } from '../facts/parse.js';
import { noticeSentences, type Notice, type NoticeCode } from '../findings/notices.js';
import { said } from '../findings/said.js';
import { canonicalJson } from '../values/canonical-json.js';
import { addTotals, noTotals } from './add-totals.js';
import { noticesOfParts, totalsOfParts } from './options.js';
import type { BatchTotals } from './totals.js';

/**
 * The totals of a batch, from those of its parts.
 *
 * @param parts the `totals` that each part ended with, in any order. No part has an entry of another.
 * @throws InputError if they are no totals.
 *
 * @example
 * const ends = ['M-1', 'M-2'].map((id, firstEntry) => {
 *   const part = createBatch({ history: [], firstEntry });
 *   part.add({ service: 'mo/peer-support', dateOfService: '2025-03-03', member: { id } });
 *   return part.end();
 * });
 * mergeTotals(ends.map(({ totals }) => totals)).entries; // 2
 */
export function mergeTotals(parts: readonly BatchTotals[]): BatchTotals {
  return parseOrThrow(totalsOfParts, parts).reduce(addTotals, noTotals);
}

/**
 * The notices of a batch, from those of its parts: each once, its numbers added up, in the order in which a batch tells
 * them. They are those of a single batch where each part was given the prior uses of its members alone, and those of
 * members without an entry are added as a part of their own.
 *
 * @param parts the `notices` that each part ended with, in order.
 * @throws InputError if they are no notices of this version.
 *
 * @example
 * const ends = ['M-1', 'M-2'].map((id, firstEntry) => {
 *   const part = createBatch({ history: [], firstEntry });
 *   part.add({ service: 'mo/peer-support', dateOfService: '2025-03-03', member: { id } });
 *   return part.end();
 * });
 * mergeNotices(ends.map(({ notices }) => notices))[0]?.message; // 'The totals leave out the units of 2 entries: …
 */
export function mergeNotices(parts: readonly (readonly Notice[])[]): Notice[] {
  const merged = new Map<string, Told>();
  const read = parseOrThrow(noticesOfParts, parts);
  for (const [part, notices] of read.entries()) {
    for (const [place, { code, data = {} }] of notices.entries()) {
      if (!isCode(code)) throw unknownCode(`/${String(part)}/${String(place)}/code`);
      if (code === 'waivers-unused') continue;
      const key = canonicalJson([code, withoutNumbers(data)]);
      const before = merged.get(key);
      merged.set(key, { code, data: before === undefined ? data : added(before.data, data) });
    }
  }
  return [...merged.values(), ...unusedInAll(read)]
    .sort((one, other) => rankOf(one) - rankOf(other))
    .map(({ code, data }) => said(sentences, code, Object.keys(data).length === 0 ? [] : [data]) as Notice);
}

type Data = Readonly<Record<string, unknown>>;

interface Told {
  readonly code: NoticeCode;
  /** Empty of one that has none. */
  readonly data: Data;
}

// What a sentence is made of was read from a notice of its code.
const sentences = noticeSentences as unknown as Readonly<Record<NoticeCode, (data?: Data) => string>>;
const codes = Object.keys(noticeSentences);

/** A waiver is of no use where it is of none in any part. */
function unusedInAll(
  parts: readonly (readonly { readonly code: string; readonly data?: Data | undefined }[])[],
): Told[] {
  const [first = [], ...others] = parts.map(
    (notices) =>
      (notices.find(({ code }) => code === 'waivers-unused')?.data?.['waivers'] ?? []) as readonly string[],
  );
  const waivers = first.filter((one) => others.every((other) => other.includes(one)));
  return waivers.length === 0 ? [] : [{ code: 'waivers-unused', data: { waivers } }];
}

function isCode(code: string): code is NoticeCode {
  return codes.includes(code);
}

function unknownCode(path: string): InputError {
  const message = 'expected a code of a notice of this version; merge parts that one version has checked';
  return new InputError([{ code: 'not-a-choice', path, message }]);
}

function withoutNumbers(data: Data): Data {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => typeof value !== 'number'));
}

/** A number that one of the two leaves out is nothing. */
function added(one: Data, other: Data): Data {
  const both = Object.entries({ ...one, ...other });
  return Object.fromEntries(
    both.map(([name, value]) => [
      name,
      typeof value === 'number' ? Number(one[name] ?? 0) + Number(other[name] ?? 0) : value,
    ]),
  );
}

/** The order of the list, in which what is left out of lines follows all that is left out of entries. */
function rankOf({ code, data }: Told): number {
  const place = codes.indexOf(code);
  return data['of'] === 'line' ? codes.indexOf('charges-left-out') + place / codes.length : place;
}
