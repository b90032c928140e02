import { factTable } from '../../facts/generated/table.js';
import type { FactPath } from '../../facts/generated/types.js';
import { codingAt, conceptAt, dollarsAt, moneyIn, part, parts, textAt, type At } from './elements.js';
import { fits, isOurs, listOf, REST, wordOf, type Entry, type Fact, type Reading } from './facts.js';
import { dateAt, dayAt } from './times.js';

/** The facts that extensions state, as the mapping says, of those that belong there. */
export function extensionFacts(at: At, reading: Reading, belongs: (path: FactPath) => boolean): Fact[] {
  const found = new Map<FactPath, Entry[]>();
  for (const extension of parts(at, 'extension')) {
    const path = reading.mapped.extensions.get(textAt(extension, 'url') ?? '');
    if (path === undefined || !belongs(path)) continue;
    const value = valueOf(extension, path, reading);
    const { place } = extension;
    const isOfList = factTable[path].type === 'codes';
    if (value === undefined) reading.tell('extension-not-read', place);
    // An entry of a list that is not read may be any.
    if (value !== undefined || isOfList)
      found.set(path, [...(found.get(path) ?? []), { value: value ?? REST, place }]);
  }
  return [...found].flatMap(([path, entries]) =>
    factTable[path].type === 'codes'
      ? [listOf(path, entries.filter(isOurs), at.place)]
      : entries.map(({ value, place }) => ({ path, value, place })),
  );
}

/** The value of an extension, where it is one of its fact. */
function valueOf(extension: At, path: FactPath, reading: Reading): unknown {
  const names = Object.keys(Object(extension.value) as object).filter((name) => name.startsWith('value'));
  const [name = '', another] = names;
  if (another !== undefined) return undefined;
  const stated = part(extension, name);
  const value = plainValue(stated, name, reading);
  const { type } = factTable[path];
  const asFact = type === 'money' && typeof value === 'number' ? moneyIn(value) : value;
  return fits(path, type === 'codes' ? [asFact] : asFact) ? asFact : undefined;
}

function plainValue(at: At, name: string, reading: Reading): unknown {
  switch (name) {
    case 'valueBoolean':
    case 'valueInteger':
    case 'valueDecimal':
    case 'valuePositiveInt':
    case 'valueUnsignedInt':
    case 'valueCode':
    case 'valueString':
      return at.value;
    case 'valueDate':
      return dateAt(at);
    case 'valueDateTime':
      return dayAt(at, reading.mapped.clock);
    case 'valueCoding':
      return wordOf(codingAt(at), reading);
    case 'valueCodeableConcept':
      return wordOf(conceptAt(at), reading);
    case 'valueMoney':
      return dollarsAt(at);
    default:
      return undefined;
  }
}
