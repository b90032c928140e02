/**
 * Stands in for `vitest` where a mutant is tried: collects the tests of a file once, so that they can be run again and
 * again in one process, with another mutant at work each time.
 */
import { chai, customMatchers, JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect';

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);
chai.expect.extend(chai.expect, customMatchers);
chai.expect.extend(chai.expect, { toMatchInlineSnapshot: isAsBefore, toMatchFileSnapshot: isAsBefore });

const before = new Map();

/** As it was before the first change, by its file or by how it is written: whether that is current is for other runs. */
function isAsBefore(value, place) {
  const now = JSON.stringify(value);
  if (!before.has(place)) before.set(place, now);
  return { pass: before.get(place) === now, message: () => `not as it was before: ${place}` };
}

export const { expect } = chai;

const within = [];
const collected = [];

/** The tests that a module states when it is loaded. */
export async function testsOf(file, load) {
  collected.length = 0;
  await load();
  return collected.map(({ name, body }, index) => ({
    id: `${file} ${String(index + 1)}: ${name}`,
    name,
    file,
    body,
  }));
}

export function describe(name, body) {
  within.push(name);
  body();
  within.pop();
}

export function test(name, body) {
  collected.push({ name: [...within, name].join(' > '), body });
}

describe.each = forEachRow(describe);
test.each = forEachRow(test);

function forEachRow(state) {
  return (rows) => (name, body) => {
    const isTable = rows.every((row) => Array.isArray(row));
    rows.forEach((row, index) => {
      state(`${name} (row ${String(index + 1)})`, () => body(...(isTable ? row : [row])));
    });
  };
}
