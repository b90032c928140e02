import { isDefinitionKey } from './definition-issues.js';
import { jsonPointer, type InputIssue, type IssueCode } from '../facts/input-error.js';
import { readingNames } from '../readings/generated.js';
import { everyPer, periods } from '../units/period.js';
import { overlap, type Span } from '../values/civil-date.js';

/** Data whose shape is not known to be right: the parts that are there are still compared with each other. */
type Loose = Readonly<Record<string, unknown>>;

/** What in a definition does not go together, however well each part is formed. */
export function definitionConflicts(data: unknown): InputIssue[] {
  const definition = loose(data);
  return [
    ...spanConflicts(loose(definition['inForce']), '/inForce'),
    ...listAt(definition, 'criteria').flatMap((criterion, place) =>
      spanConflicts(criterion, `/criteria/${String(place)}`),
    ),
    ...codeConflicts(definition),
    ...limitConflicts(definition),
    ...ruleConflicts(definition),
    ...placeholderConflicts(definition['criteria'], '/criteria'),
    ...readingConflicts(definition, ''),
    ...countConflicts(definition['criteria'], '/criteria'),
  ];
}

function spanConflicts({ from, through }: Loose, path: string): InputIssue[] {
  return isText(from) && isText(through) && through < from
    ? [issue('not-in-order', `${path}/through`, 'expected a day not before `from`')]
    : [];
}

/** No code stands there twice; each series of rates begins on a later day than the one before. */
function codeConflicts(definition: Loose): InputIssue[] {
  const codes = listAt(definition, 'codes');
  const written = codes.map(({ funding, procedureCode, modifiers }) =>
    JSON.stringify([
      funding,
      procedureCode,
      Array.isArray(modifiers) ? [...(modifiers as unknown[])].sort() : [],
    ]),
  );
  const twice = repeated(written).map((place) =>
    issue(
      'said-twice',
      `/codes/${String(place)}`,
      'the same code and modifiers for the same funding stand there before',
    ),
  );
  const unordered = codes.flatMap((code, place) => {
    const days = listAt(code, 'rates').map(({ from }) => from ?? '');
    return days.flatMap((day, entry) => {
      const before = days[entry - 1];
      return isText(day) && isText(before) && day <= before
        ? [
            issue(
              'not-in-order',
              `/codes/${String(place)}/rates/${String(entry)}/from`,
              'expected a later day than the rate before',
            ),
          ]
        : [];
    });
  });
  return [...twice, ...unordered];
}

function limitConflicts(definition: Loose): InputIssue[] {
  const limits = listAt(definition, 'limits');
  const unordered = limits.flatMap(({ per, from }, place) => {
    const before = limits.findLast((earlier, at) => at < place && earlier['per'] === per);
    return before === undefined || dayOf(from) > dayOf(before['from'])
      ? []
      : [
          issue(
            'not-in-order',
            `/limits/${String(place)}/from`,
            'expected a later day than the value before',
          ),
        ];
  });
  const others = limits.flatMap(({ rule, per }, place) => {
    const expected = everyPer.find((one) => periods[one].limit === rule);
    return expected !== undefined && isText(per) && per !== expected
      ? [issue('does-not-fit', `/limits/${String(place)}/per`, `expected "${expected}" for this limit`)]
      : [];
  });
  return [...unordered, ...others];
}

/** Without a first day, before every day. */
function dayOf(from: unknown): string {
  return isText(from) ? from : '';
}

/** A clause that changed on a day stands there for each of its periods, which have no day in common. */
function ruleConflicts(definition: Loose): InputIssue[] {
  const criteria = listAt(definition, 'criteria');
  return criteria.flatMap((criterion, place) => {
    const { rule } = criterion;
    const isThere = criteria
      .slice(0, place)
      .some((before) => before['rule'] === rule && overlap(spanOf(before), spanOf(criterion)));
    return isText(rule) && isThere
      ? [
          issue(
            'said-twice',
            `/criteria/${String(place)}/rule`,
            'this rule id stands there before, for some of the same days',
          ),
        ]
      : [];
  });
}

function spanOf({ from, through }: Loose): Span {
  return { from: isText(from) ? from : null, through: isText(through) ? through : null };
}

/** What a finding says, of a criterion or of a part of its conditions, has no placeholder that would stay as it is. */
function placeholderConflicts(part: unknown, path: string): InputIssue[] {
  return knownEntries(part).flatMap(([key, value]) => {
    const at = path + jsonPointer([key]);
    if (key !== 'fails' && key !== 'fallsShort') return placeholderConflicts(value, at);
    return isText(value) && /\{(?!(?:on|age)\})\w*\}/.test(value)
      ? [
          issue(
            'not-in-form',
            at,
            'expected no placeholder but {on}, the date of service, and {age}, the age',
          ),
        ]
      : [];
  });
}

/** Every `reading` outside the conditions names a reading that there is. */
function readingConflicts(part: unknown, path: string): InputIssue[] {
  if (Array.isArray(part)) {
    return part.flatMap((one, place) => readingConflicts(one, `${path}/${String(place)}`));
  }
  return knownEntries(part).flatMap(([key, value]) => {
    const at = path + jsonPointer([key]);
    if (conditionKeys.includes(key)) return [];
    if (!readingKeys.includes(key)) return readingConflicts(value, at);
    return isText(value) && !readingNames.some((name) => name === value)
      ? [issue('not-a-choice', at, `expected a named reading: ${readingNames.join(', ')}`)]
      : [];
  });
}

const readingKeys = ['reading', 'readingOfExpected', 'ageReading'];
const conditionKeys = ['requires', 'appliesWhen', 'expects'];

/** "At least so many of" asks for no more than there are. */
function countConflicts(part: unknown, path: string): InputIssue[] {
  if (Array.isArray(part)) {
    return part.flatMap((one, place) => countConflicts(one, `${path}/${String(place)}`));
  }
  const { op, count, conditions } = loose(part);
  const tooMany =
    op === 'atLeast' && typeof count === 'number' && Array.isArray(conditions) && count > conditions.length
      ? [
          issue(
            'does-not-fit',
            `${path}/count`,
            `expected at most ${String(conditions.length)}, the number of conditions`,
          ),
        ]
      : [];
  return [
    ...tooMany,
    ...knownEntries(part).flatMap(([key, value]) => countConflicts(value, path + jsonPointer([key]))),
  ];
}

/** The places, from 0, of values that stand earlier in the list. */
function repeated(values: readonly unknown[]): number[] {
  return values.flatMap((value, place) => (isText(value) && values.indexOf(value) < place ? [place] : []));
}

function listAt(part: Loose, key: string): Loose[] {
  const list = part[key];
  return Array.isArray(list) ? list.map(loose) : [];
}

/** What stands under keys that a definition may have, or in a list: a place names no other. */
function knownEntries(part: unknown): [key: string, value: unknown][] {
  return Object.entries(loose(part)).filter(([key]) => Array.isArray(part) || isDefinitionKey(key));
}

function loose(value: unknown): Loose {
  return typeof value === 'object' && value !== null ? (value as Loose) : {};
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function issue(code: IssueCode, path: string, message: string): InputIssue {
  return { code, path, message };
}
